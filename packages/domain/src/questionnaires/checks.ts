import { isPlainDate } from '../calendar/index.ts';
import type { Answer, Answers } from '../entry/response.ts';
import type { Sentence } from '../errors/index.ts';
import {
  dayOutOfRange,
  disobeysSkip,
  emptySelection,
  emptyText,
  exceeds,
  LONGEST_TEXT,
  labelSentence,
  notADay,
  notADecimal,
  notANumber,
  notText,
  outOfRange,
  textTooLong,
  tooFine,
  tooManyDigits,
  unknownChoice,
} from './check-sentences.ts';
import type { DateItem, DecimalItem, IntegerItem, PaperQuestion } from './model.ts';
import { isAsked, siblingName } from './skips.ts';

/** A doubt about an answer that a person confirms with a reason; what the household wrote is never repaired. */
export interface SoftCheck {
  readonly check: 'range' | 'at-most' | 'digits' | 'skip';
  readonly sentence: Sentence;
}

/** What is wrong with one answer. `hard`: it cannot be saved. `soft`: it can, once confirmed (amber on the screen). */
export interface AnswerCheck {
  readonly hard: readonly Sentence[];
  readonly soft: readonly SoftCheck[];
}

// A number of people or of đồng never needs more; beyond it JavaScript no longer counts in ones.
const LARGEST = 999_999_999_999;

/**
 * Checks one answer against its question and the answers before it. `questions`, when given, lets a sentence name the
 * other question by its printed number.
 */
export function checkAnswer(
  question: PaperQuestion,
  answer: Answer,
  answers: Answers,
  questions: readonly PaperQuestion[] = [],
): AnswerCheck {
  const asked = isAsked(question, answers);
  if ('missing' in answer) return { hard: missingProblems(question, answer.missing, asked), soft: [] };
  const hard = valueProblems(question, answer.value);
  if (hard.length > 0) return { hard, soft: [] };
  const soft: SoftCheck[] = [];
  if (!asked) soft.push({ check: 'skip', sentence: disobeysSkip(question) });
  const { item } = question;
  if ((item.type === 'integer' || item.type === 'decimal') && typeof answer.value === 'number') {
    soft.push(...numberDoubts(question, item, answer.value, answers, questions));
  }
  if (item.type === 'date' && typeof answer.value === 'string') soft.push(...dayDoubts(question, item, answer.value));
  return { hard, soft };
}

function missingProblems(question: PaperQuestion, missing: string, asked: boolean): readonly Sentence[] {
  if (missing === 'skipped' && asked) {
    return [
      {
        vi: `Câu ${question.number} phải được hỏi. Nếu hộ không trả lời, hãy chọn “để trống”.`,
        en: `Question ${question.number} was to be answered. If the household did not, choose “blank”.`,
      },
    ];
  }
  if (missing === 'multiple' && question.item.type === 'select_multiple') {
    return [
      {
        vi: `Câu ${question.number} cho chọn nhiều ô: hãy nhập các ô được đánh dấu.`,
        en: `Question ${question.number} takes several marks: key the marked boxes.`,
      },
    ];
  }
  return [];
}

function valueProblems(question: PaperQuestion, value: string | number | readonly string[]): readonly Sentence[] {
  const { item, number } = question;
  switch (item.type) {
    case 'select_one':
      return typeof value === 'string' && item.choices.some((choice) => choice.name === value)
        ? []
        : [unknownChoice(number, item.choices.map((choice) => choice.name).join(', '))];
    case 'select_multiple': {
      const names = new Set(item.choices.map((choice) => choice.name));
      const fits = Array.isArray(value) && value.every((name) => names.has(name));
      if (!fits) return [unknownChoice(number, [...names].join(', '))];
      if (value.length === 0) return [emptySelection(number)];
      return new Set(value).size === value.length ? [] : [unknownChoice(number, [...names].join(', '))];
    }
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST
        ? []
        : [notANumber(number)];
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= LARGEST
        ? []
        : [notADecimal(number)];
    case 'date':
      return typeof value === 'string' && isPlainDate(value) ? [] : [notADay(number)];
    case 'text':
      if (typeof value !== 'string') return [notText(number)];
      if (value.trim() === '') return [emptyText(number)];
      return value.length <= LONGEST_TEXT ? [] : [textTooLong(number)];
  }
}

function numberDoubts(
  question: PaperQuestion,
  item: IntegerItem | DecimalItem,
  value: number,
  answers: Answers,
  questions: readonly PaperQuestion[],
): readonly SoftCheck[] {
  const doubts: SoftCheck[] = [];
  const { min, max, atMost, message } = item.constraint ?? {};
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    doubts.push({ check: 'range', sentence: labelSentence(message) ?? outOfRange(question.number, value, min, max) });
  } else {
    const sentence = digitsDoubt(question.number, item, value);
    if (sentence !== undefined) doubts.push({ check: 'digits', sentence });
  }
  if (atMost !== undefined) {
    const name = siblingName(atMost, question);
    const other = answers[name] ?? answers[atMost];
    if (other !== undefined && 'value' in other && typeof other.value === 'number' && value > other.value) {
      const earlier = questions.find((candidate) => candidate.name === name || candidate.name === atMost);
      doubts.push({ check: 'at-most', sentence: exceeds(question, value, other.value, earlier) });
    }
  }
  return doubts;
}

/** What has more digits than the paper has cells was squeezed in, or misread. */
function digitsDoubt(number: string, item: IntegerItem | DecimalItem, value: number): Sentence | undefined {
  const [whole = '', fraction = ''] = plain(value).split('.');
  if (item.type === 'integer') {
    return whole.length > item.digits ? tooManyDigits(number, value, item.digits) : undefined;
  }
  const fits = whole.length <= item.digits && fraction.length <= item.decimals;
  return fits ? undefined : tooFine(number, value, item.digits, item.decimals);
}

/** Without an exponent: JavaScript writes 0.0000001 as 1e-7. */
function plain(value: number): string {
  return String(value).includes('e') ? value.toFixed(12).replace(/0+$/, '') : String(value);
}

function dayDoubts(question: PaperQuestion, item: DateItem, value: string): readonly SoftCheck[] {
  const { min, max, message } = item.constraint ?? {};
  // Plain dates sort as text.
  const outside = (min !== undefined && value < min) || (max !== undefined && value > max);
  if (!outside) return [];
  return [{ check: 'range', sentence: labelSentence(message) ?? dayOutOfRange(question.number, value, min, max) }];
}
