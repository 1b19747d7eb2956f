import { formatDate } from '@gandan/domain/calendar';
import type { Answer, MissingCode } from '@gandan/domain/entry';
import type { Sentence } from '@gandan/domain/errors';
import type { Label, PaperQuestion } from '@gandan/domain/questionnaires';
import { language } from '../i18n/i18n.ts';

/** A label of the questionnaire in the reader's language; the form itself is Vietnamese. */
export function labelOf(label: Label): string {
  return language() === 'en' ? (label.en ?? label.vi) : label.vi;
}

export const MISSING_WORDS: Readonly<Record<MissingCode, Sentence>> = {
  blank: { vi: 'để trống', en: 'blank' },
  skipped: { vi: 'bỏ qua theo phiếu', en: 'skipped by the sheet' },
  illegible: { vi: 'không rõ', en: 'unclear' },
  multiple: { vi: 'đánh nhiều ô', en: 'several marks' },
  refused: { vi: 'từ chối', en: 'refused' },
};

/** The question as one reads it aloud; a child of a group or repetition says what it belongs to. */
export function headingOf(question: PaperQuestion): string {
  const own = labelOf(question.item.label);
  if (question.group === undefined) return own;
  const of = labelOf(question.group.label);
  const whole = question.repetition === undefined ? of : `${of} ${rowOf(question)}`;
  if (whole === own) return own;
  if (/[?.]$/.test(whole)) return `${whole} ${own}`;
  return `${whole}: ${own.charAt(0).toLocaleLowerCase('vi')}${own.slice(1)}`;
}

/** Which repetition it is: a table's row by its head (“Đường”), else by its number. */
function rowOf({ group, repetition = 1 }: PaperQuestion): string {
  const head = group?.type === 'begin_repeat' ? group.rows?.[repetition - 1] : undefined;
  return head === undefined ? String(repetition) : `(${labelOf(head)})`;
}

/** The same in a list, where the number already tells the group. */
export function shortHeadingOf(question: PaperQuestion): string {
  return question.repetition === undefined ? labelOf(question.item.label) : headingOf(question);
}

/** An answer in words: '4 người', 'Nông nghiệp', 'để trống'. */
export function answerWords(question: PaperQuestion, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if ('missing' in answer) return MISSING_WORDS[answer.missing][language()];
  const { item } = question;
  if (item.type === 'integer' || item.type === 'decimal') {
    const number = language() === 'vi' ? String(answer.value).replace('.', ',') : String(answer.value);
    return `${number}${item.unit ? ` ${labelOf(item.unit)}` : ''}`;
  }
  if (item.type === 'date') return formatDate(String(answer.value));
  if (item.type === 'text') return String(answer.value);
  const names = Array.isArray(answer.value) ? answer.value : [String(answer.value)];
  return names
    .map((name) => item.choices.find((choice) => choice.name === name))
    .map((choice, index) => (choice === undefined ? names[index] : labelOf(choice.label)))
    .join(', ');
}
