import { HOUSEHOLD_QUESTIONNAIRE, type QuestionnaireModel } from '@gandan/domain/questionnaires';

/** Forms that come with the product. */
export const shippedForms: readonly QuestionnaireModel[] = [HOUSEHOLD_QUESTIONNAIRE];
