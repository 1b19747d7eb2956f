import type { Item, Label, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { type DrawnForm, drawForm } from '../draw-form.ts';
import { type FormOptions, formOptions } from '../form-options.ts';
import { drawingFindings } from './drawing.ts';
import { hasErrors, type LintFinding, warning } from './finding.ts';
import { itemFindings } from './items.ts';
import { nameFindings } from './names.ts';
import { shapeFindings } from './shape.ts';
import { skipFindings } from './skips.ts';
import { labelFindings } from './words.ts';

export type { LintFinding } from './finding.ts';

/** A reader who has this many to mend does not need to see more. */
const MOST_FINDINGS = 200;

/** The findings about a questionnaire, and its drawing when it came to one. */
export interface CheckedForm {
  readonly findings: readonly LintFinding[];
  readonly drawn: DrawnForm | null;
}

/**
 * Everything that keeps a questionnaire from being printed, and what somebody should look at, each with its place. Takes
 * anything that claims to be a questionnaire, such as a file written by hand.
 */
export function lintForm(model: QuestionnaireModel, asked: Partial<FormOptions> = {}): readonly LintFinding[] {
  return checkForm(model, asked).findings;
}

/** Shape first, then words, names and skips, and only what passes is drawn: a form of 5,000 questions never is. */
export function checkForm(model: QuestionnaireModel, asked: Partial<FormOptions> = {}): CheckedForm {
  const shape = shapeFindings(model);
  if (hasErrors(shape)) return { findings: capped(shape), drawn: null };
  const options = formOptions(model, asked);
  const words = [
    ...labelFindings('title', model.title, options.bilingual),
    ...(['subtitle', 'instructions', 'notice'] as const).flatMap((key) => {
      const label = model[key];
      return label === undefined ? [] : labelFindings(key, label, options.bilingual);
    }),
    ...model.items.flatMap((item, index) => itemFindings(item, `items.${index}`, options.bilingual)),
    ...nameFindings(model),
    ...skipFindings(model),
    ...(options.bilingual ? untranslated(model) : []),
  ];
  if (hasErrors(words)) return { findings: capped(words), drawn: null };
  const drawn = drawForm(model, options);
  return { findings: capped([...words, ...drawingFindings(model, drawn)]), drawn };
}

function capped(findings: readonly LintFinding[]): readonly LintFinding[] {
  return findings.slice(0, MOST_FINDINGS);
}

/** One warning for all: which label is the first that a bilingual sheet prints in Vietnamese only. */
function untranslated(model: QuestionnaireModel): readonly LintFinding[] {
  const missing = [
    ...(hasEnglish(model.title) ? [] : ['title']),
    ...model.items.flatMap((item, index) => untranslatedIn(item, `items.${index}`)),
  ];
  const [first] = missing;
  if (first === undefined) return [];
  return [
    warning(first, {
      vi: `Phiếu in hai thứ tiếng nhưng ${missing.length} chỗ chưa có tiếng Anh; đây là chỗ đầu.`,
      en: `The sheet is printed in two languages but ${missing.length} places have no English; this is the first.`,
    }),
  ];
}

function untranslatedIn(item: Item, path: string): readonly string[] {
  const own = hasEnglish(item.label) ? [] : [`${path}.label`];
  if (item.type === 'begin_group' || item.type === 'begin_repeat') {
    return [...own, ...item.items.flatMap((child, index) => untranslatedIn(child, `${path}.items.${index}`))];
  }
  if (!('choices' in item)) return own;
  return [
    ...own,
    ...item.choices.flatMap((choice, index) => (hasEnglish(choice.label) ? [] : [`${path}.choices.${index}.label`])),
  ];
}

function hasEnglish(label: Label): boolean {
  return label.en !== undefined && label.en.trim() !== '';
}
