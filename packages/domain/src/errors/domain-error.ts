/** A sentence in both languages of the product; `vi` is what the office reads. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** What kind of refusal it is; the api maps it to an HTTP status, the command line to an exit code. */
export type ErrorKind =
  | 'invalid'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'too-large'
  | 'unauthenticated'
  | 'too-many';

/** One place where something is wrong: a form field (`path`) or a cell of an imported table (`row`, `column`). */
export interface ErrorPlace {
  readonly path?: string;
  readonly row?: number;
  readonly column?: string;
  readonly sentence: Sentence;
}

/**
 * The one error of the product. `code` is stable (machines read it), `sentence` says what happened, where, and what to
 * do next (people read it). Anything else that is thrown is a defect.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly sentence: Sentence;
  readonly places: readonly ErrorPlace[];

  constructor(kind: ErrorKind, code: string, sentence: Sentence, places: readonly ErrorPlace[] = []) {
    super(`${code}: ${sentence.en}`);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.sentence = sentence;
    this.places = places;
  }
}
