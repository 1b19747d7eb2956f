/** Why there is no value; each means something different and is counted apart. */
export const MISSING_CODES = ['blank', 'skipped', 'illegible', 'multiple', 'refused'] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

/** One keyed answer. `value`: choice name, list of choice names, number, or text. */
export type Answer =
  | { readonly value: string | number | readonly string[]; readonly flag?: AnswerFlag }
  | { readonly missing: MissingCode; readonly flag?: AnswerFlag };

/** A soft check that the clerk confirmed, with the reason; the household's words are never repaired. */
export interface AnswerFlag {
  readonly check: string;
  readonly reason: string;
}

/** Answers of one sheet by answer name (`PaperQuestion.name`). */
export type Answers = Readonly<Record<string, Answer>>;
