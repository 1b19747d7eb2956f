import type { PaperLayout, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { compilePrintable } from './printable.ts';

/** The page that a model becomes; what cannot be drawn is left out of it and told in `findings`. */
export async function previewModel(
  model: QuestionnaireModel,
  { paper, bilingual }: { readonly paper?: PaperLayout | undefined; readonly bilingual?: boolean | undefined },
) {
  const wanted: QuestionnaireModel = {
    ...model,
    ...(paper === undefined ? {} : { paper }),
    ...(bilingual === undefined ? {} : { bilingual }),
  };
  const { form, findings } = await compilePrintable(wanted, 1);
  return {
    pdf: form === null ? null : Buffer.from(form.templatePdf).toString('base64'),
    layout: form?.layout ?? null,
    findings,
    sides: form?.layout.pages.length ?? 0,
  };
}
