import type { Choice, Label } from './model.ts';

/** `['Có', 'Yes'], ['Không', 'No']` → choices coded 1, 2 … as printed beside the boxes. */
export function codedChoices(...labels: readonly (readonly [vi: string, en: string])[]): readonly Choice[] {
  return labels.map(([vi, en], index) => ({ name: String(index + 1), label: { vi, en } }));
}

/** The same with a ruled line behind the last box: "other: specify". */
export function choicesWithOther(...labels: readonly (readonly [vi: string, en: string])[]): readonly Choice[] {
  return codedChoices(...labels).map((choice, index) =>
    index === labels.length - 1 ? { ...choice, specify: true } : choice,
  );
}

/** Boxes that many questions share, ready to be put under one. */
export interface AnswerScale {
  readonly key: string;
  readonly label: Label;
  readonly choices: readonly Choice[];
}

/** Five degrees and "does not know", which is an answer of its own and no degree. */
export const SATISFACTION = codedChoices(
  ['Rất hài lòng', 'Very satisfied'],
  ['Hài lòng', 'Satisfied'],
  ['Bình thường', 'Neutral'],
  ['Không hài lòng', 'Dissatisfied'],
  ['Rất không hài lòng', 'Very dissatisfied'],
  ['Không biết', 'Does not know'],
);

export const YES_NO = codedChoices(['Có', 'Yes'], ['Không', 'No']);
export const YES_NO_UNKNOWN = codedChoices(['Có', 'Yes'], ['Không', 'No'], ['Không biết', 'Does not know']);
export const FREQUENCY = codedChoices(
  ['Thường xuyên', 'Often'],
  ['Thỉnh thoảng', 'Sometimes'],
  ['Ít khi', 'Seldom'],
  ['Không bao giờ', 'Never'],
);
export const CHANGE = codedChoices(['Tốt hơn', 'Better'], ['Như cũ', 'The same'], ['Kém hơn', 'Worse']);
export const QUALITY = codedChoices(
  ['Tốt', 'Good'],
  ['Khá', 'Fair'],
  ['Trung bình', 'Middling'],
  ['Kém', 'Poor'],
  ['Không biết', 'Does not know'],
);
export const EASE = codedChoices(
  ['Dễ', 'Easy'],
  ['Bình thường', 'Neither'],
  ['Khó', 'Hard'],
  ['Chưa làm', 'Never tried'],
);
export const NEED = codedChoices(['Rất cần', 'Badly'], ['Cần', 'Yes'], ['Chưa cần', 'Not now']);
export const TIMES = codedChoices(
  ['Chưa lần nào', 'Never'],
  ['1 lần', 'Once'],
  ['2–3 lần', '2–3 times'],
  ['Từ 4 lần', '4 times or more'],
);

/** The scales that the editor offers; a scale put under a question is a copy, which may then be changed there. */
export const ANSWER_SCALES: readonly AnswerScale[] = [
  { key: 'satisfaction', label: { vi: 'Mức hài lòng (5 mức)', en: 'Satisfaction (5 degrees)' }, choices: SATISFACTION },
  { key: 'yes-no', label: { vi: 'Có, không', en: 'Yes, no' }, choices: YES_NO },
  {
    key: 'yes-no-unknown',
    label: { vi: 'Có, không, không biết', en: 'Yes, no, does not know' },
    choices: YES_NO_UNKNOWN,
  },
  { key: 'frequency', label: { vi: 'Mức thường xuyên', en: 'How often' }, choices: FREQUENCY },
  { key: 'times', label: { vi: 'Số lần', en: 'How many times' }, choices: TIMES },
  { key: 'change', label: { vi: 'So với trước', en: 'Compared with before' }, choices: CHANGE },
  { key: 'quality', label: { vi: 'Tốt, khá, trung bình, kém', en: 'Good to poor' }, choices: QUALITY },
  { key: 'ease', label: { vi: 'Dễ, khó', en: 'Easy, hard' }, choices: EASE },
  { key: 'need', label: { vi: 'Mức cần', en: 'How needed' }, choices: NEED },
];
