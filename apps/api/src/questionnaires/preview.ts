import type { PaperLayout, QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { FormPress } from '@gandan/print/forms';

/** The page that a model becomes; what cannot be drawn is left out of it and told in `findings`. */
export async function previewModel(
  press: FormPress,
  model: QuestionnaireModel,
  { paper, bilingual }: { readonly paper?: PaperLayout | undefined; readonly bilingual?: boolean | undefined },
) {
  const { pdf, layout, findings, sides } = await press.preview(model, {
    ...(paper === undefined ? {} : { paper }),
    ...(bilingual === undefined ? {} : { bilingual }),
  });
  return { pdf: pdf === null ? null : Buffer.from(pdf).toString('base64'), layout, findings, sides };
}
