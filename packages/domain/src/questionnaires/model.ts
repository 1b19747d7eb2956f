/** Questionnaire model in the words of XLSForm, restricted to what paper can carry. Pure data: it is stored as JSON. */

/** Labels per language; `vi` is always there. */
export interface Label {
  readonly vi: string;
  readonly en?: string;
}

/** One answer box. `name` is the code printed beside the box and the key the clerk presses: '1' … '9', then '10' …. */
export interface Choice {
  readonly name: string;
  readonly label: Label;
  /** "Other: specify": a ruled line behind the box; what is written there is the answer `QUESTION_other`. One a question. */
  readonly specify?: true;
}

/** A skip rule: the question is asked only when the earlier `select_one` `question` was answered with one of `choices`. */
export interface Relevant {
  readonly question: string;
  readonly choices: readonly string[];
}

/** Inclusive bounds of a date, `YYYY-MM-DD`. Outside is a soft error, as with numbers. */
export interface DateConstraint {
  readonly min?: string;
  readonly max?: string;
  readonly message?: Label;
}

/** Inclusive bounds of a number. A value outside is a soft error: the clerk confirms it with a reason. */
export interface NumberConstraint {
  readonly min?: number;
  readonly max?: number;
  /** Name of an earlier number that this one cannot exceed (people of working age ≤ people in the house). */
  readonly atMost?: string;
  readonly message?: Label;
}

interface ItemBase {
  /** Unique in the questionnaire, `[a-z][a-z0-9_]*`. */
  readonly name: string;
  readonly label: Label;
  readonly hint?: Label;
  readonly required?: boolean;
  readonly relevant?: Relevant;
  /** Personal data shown on the form's notice; `sensitive` items are off until the office turns them on. */
  readonly sensitive?: boolean;
  /** Framework items (4 nắm, 4 góp, 3 kiểm) that the question speaks to: `nam-1`, the family `nam`, in a table `nam-#`. */
  readonly tags?: readonly string[];
}

export interface SelectOne extends ItemBase {
  readonly type: 'select_one';
  readonly choices: readonly Choice[];
}
export interface SelectMultiple extends ItemBase {
  readonly type: 'select_multiple';
  readonly choices: readonly Choice[];
}
export interface IntegerItem extends ItemBase {
  readonly type: 'integer';
  /** Comb cells on paper. */
  readonly digits: number;
  readonly unit?: Label;
  readonly constraint?: NumberConstraint;
}
/** A number with digits behind the comma: two combs with a comma between them. */
export interface DecimalItem extends ItemBase {
  readonly type: 'decimal';
  /** Comb cells before the comma. */
  readonly digits: number;
  /** Comb cells behind it. */
  readonly decimals: number;
  readonly unit?: Label;
  readonly constraint?: NumberConstraint;
}
/** A day: split combs for day, month and year; keyed and stored as `YYYY-MM-DD`. */
export interface DateItem extends ItemBase {
  readonly type: 'date';
  readonly constraint?: DateConstraint;
}
export interface TextItem extends ItemBase {
  readonly type: 'text';
  /** Ruled lines on paper. */
  readonly lines: number;
  /** Share of a table's width (1 when left out); XLSForm's `w2` of a grid. */
  readonly width?: number;
}
export interface NoteItem {
  readonly type: 'note';
  readonly name: string;
  readonly label: Label;
}
/**
 * Questions printed under one number and heading. `table-list`: a matrix, every child a `select_one` over the same
 * choices. `row`: short questions side by side; a child that repeats the group's label is printed without it. Without an
 * appearance the heading has no number, its children do.
 */
export interface GroupItem {
  readonly type: 'begin_group';
  readonly name: string;
  readonly label: Label;
  readonly appearance?: 'table-list' | 'row';
  readonly relevant?: Relevant;
  readonly sensitive?: boolean;
  readonly items: readonly Question[];
}
/**
 * The same questions asked a fixed number of times (petition 1, 2, 3). Answers are named `name_1_child`. `table`: one row
 * a time, the questions as columns; `rows` heads each row and its length is `count`.
 */
export interface RepeatItem {
  readonly type: 'begin_repeat';
  readonly name: string;
  readonly label: Label;
  readonly count: number;
  readonly appearance?: 'table';
  readonly rows?: readonly Label[];
  readonly items: readonly Question[];
  /** `petition`: each filled repetition becomes a petition row (children `content`, `field`, `asked_before`, `reply_by`). */
  readonly role?: 'petition';
}

export type Question = SelectOne | SelectMultiple | IntegerItem | DecimalItem | DateItem | TextItem;
export type Item = Question | NoteItem | GroupItem | RepeatItem;

/**
 * Whom a sheet speaks of, which decides what is printed at its head and what its number means: a household (named,
 * numbered), a cadre (self-assessment), a group (minutes of its meeting), or nobody (`anonymous`: a slip that names the
 * cadre and the period and carries a random token, never a household).
 */
export const SUBJECTS = ['household', 'anonymous', 'cadre', 'group'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Papers that a questionnaire can be laid out on: A4, A5 (two different ones on an A4), or A4 in 14 point for the elderly. */
export const PAPER_LAYOUTS = ['a4', 'a5x2', 'large'] as const;
export type PaperLayout = (typeof PAPER_LAYOUTS)[number];

export interface QuestionnaireModel {
  /** Stable code, e.g. `household`. */
  readonly code: string;
  /** A household when left out. */
  readonly subject?: Subject;
  /** A4 when left out; any other can still be asked for when printing. */
  readonly paper?: PaperLayout;
  /** Print both languages side by side. */
  readonly bilingual?: boolean;
  readonly title: Label;
  readonly subtitle?: Label;
  readonly instructions?: Label;
  /** Notice on personal data: which data, purpose, controller, rights (Law 91/2025/QH15). */
  readonly notice?: Label;
  /** The office has turned the `sensitive` items on; until then they are neither printed nor keyed. */
  readonly askSensitive?: boolean;
  readonly items: readonly Item[];
}

/**
 * A question as it stands on paper: flattened, numbered in print order. `name` is the full answer name (a repeat's child
 * becomes `petition_2_content`), `number` what is printed before it (`8`, `9b`, `21`).
 */
export interface PaperQuestion {
  readonly name: string;
  readonly number: string;
  readonly item: Question;
  readonly group?: GroupItem | RepeatItem;
  readonly repetition?: number;
  /** This is the line behind an "other" box: the full name of that question. It has the number of that question. */
  readonly specifies?: string;
}
