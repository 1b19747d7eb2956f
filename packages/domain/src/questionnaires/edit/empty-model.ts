import type { Item, Label, QuestionnaireModel, Subject } from '../model.ts';
import { YES_NO } from '../scales.ts';
import { FEEDBACK_SLIP, HOUSEHOLD_QUESTIONNAIRE } from '../templates/index.ts';

const TITLES: Readonly<Record<Subject, Label>> = {
  household: { vi: 'PHIẾU HỎI Ý KIẾN HỘ GIA ĐÌNH', en: 'Household questionnaire' },
  anonymous: { vi: 'PHIẾU GÓP Ý', en: 'Feedback slip' },
  cadre: { vi: 'PHIẾU CỦA CÁN BỘ', en: 'Cadre’s form' },
  group: { vi: 'BIÊN BẢN CỦA TỔ', en: 'Group’s minutes' },
};

/**
 * A new questionnaire with one question to begin with, on the paper that its subject usually has, and with the notice on
 * personal data or on secrecy that it needs.
 */
export function emptyModel(subject: Subject): QuestionnaireModel {
  const first: Item = {
    type: 'select_one',
    name: 'cau_1',
    label: { vi: 'Câu hỏi thứ nhất', en: 'First question' },
    choices: YES_NO,
  };
  const { instructions, notice } = subject === 'anonymous' ? FEEDBACK_SLIP : HOUSEHOLD_QUESTIONNAIRE;
  const asksPeople = subject === 'household' || subject === 'anonymous';
  return {
    code: subject === 'household' ? 'phieu-ho' : subject === 'anonymous' ? 'phieu-gop-y' : `phieu-${subject}`,
    subject,
    paper: subject === 'anonymous' ? 'a5x2' : 'a4',
    title: TITLES[subject],
    ...(asksPeople && instructions !== undefined ? { instructions } : {}),
    ...(asksPeople && notice !== undefined ? { notice } : {}),
    items: [first],
  };
}
