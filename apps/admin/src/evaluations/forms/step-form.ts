import type { Evaluation } from '../queries.ts';

/** What every step's form takes, and the one thing it can do. */
export interface StepFormProps {
  evaluation: Evaluation;
  /** The sentence of a field, by its path. */
  error: (path: string) => string | undefined;
}
export interface StepForm {
  send(): Promise<Evaluation>;
}
