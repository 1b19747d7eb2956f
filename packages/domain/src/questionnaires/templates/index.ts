import type { QuestionnaireModel } from '../model.ts';
import { FEEDBACK_SLIP } from './feedback.ts';
import { HOUSEHOLD_QUESTIONNAIRE } from './household.ts';
import { MEETING_MINUTES } from './minutes.ts';
import { SELF_ASSESSMENT } from './self-assessment.ts';

export { FEEDBACK_SLIP, HOUSEHOLD_QUESTIONNAIRE, MEETING_MINUTES, SELF_ASSESSMENT };

/** What every office starts with, each to be used as it is or as the beginning of its own. */
export const SHIPPED_QUESTIONNAIRES: readonly QuestionnaireModel[] = [
  HOUSEHOLD_QUESTIONNAIRE,
  FEEDBACK_SLIP,
  SELF_ASSESSMENT,
  MEETING_MINUTES,
];
