import { DomainError, type Sentence } from '@gandan/domain/errors';
import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { FormPress } from '@gandan/print/forms';

/** Something that paper cannot carry (`error`) or that is doubtful on it, with its place in the model. */
export interface Finding {
  readonly path: string;
  readonly sentence: Sentence;
  readonly level: 'error' | 'warning';
}

/**
 * What is found in a model, in the press's thread: it is measured word by word, which long words on many questions make
 * slow. A draft that takes too long is none the less kept, and that it takes too long is what is found.
 */
export async function findingsOf(press: FormPress, model: QuestionnaireModel): Promise<readonly Finding[]> {
  try {
    const { findings } = await press.preview(model);
    return findings.map(({ path, sentence, level }) => ({ path, sentence, level }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [{ path: 'items', sentence: error.sentence, level: 'error' }];
  }
}
