import type { Sentence } from '@gandan/domain/errors';
import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { lintForm } from '@gandan/print/forms';

/** Something that paper cannot carry (`error`) or that is doubtful on it, with its place in the model. */
export interface Finding {
  readonly path: string;
  readonly sentence: Sentence;
  readonly level: 'error' | 'warning';
}

type Found = Omit<Finding, 'level'> & { readonly level?: Finding['level'] };

/** What is found in a model without drawing it. */
export function findingsOf(model: QuestionnaireModel): readonly Finding[] {
  const found: readonly Found[] = lintForm(model);
  return found.map(({ path, sentence, level = 'error' }) => ({ path, sentence, level }));
}
