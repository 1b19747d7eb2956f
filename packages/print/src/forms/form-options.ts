import type { PaperLayout, QuestionnaireModel } from '@gandan/domain/questionnaires';

/** How a questionnaire is laid out. */
export interface FormOptions {
  readonly paper: PaperLayout;
  readonly bilingual: boolean;
}

/** What is asked for, else what the questionnaire says of itself. */
export function formOptions(model: QuestionnaireModel, asked: Partial<FormOptions> = {}): FormOptions {
  return {
    paper: asked.paper ?? model.paper ?? 'a4',
    bilingual: asked.bilingual ?? model.bilingual ?? false,
  };
}
