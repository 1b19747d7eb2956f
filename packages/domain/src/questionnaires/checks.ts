import { isPlainDate } from '../calendar/index.ts';
import type { Answer, Answers } from '../entry/response.ts';
import type { Sentence } from '../errors/index.ts';
import type { IntegerItem, Label, PaperQuestion } from './model.ts';
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

/** Longest text that is keyed from a sheet, in characters; three ruled lines hold about 250. */
export const LONGEST_TEXT = 2000;

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
  if (question.item.type === 'integer' && typeof answer.value === 'number') {
    soft.push(...numberDoubts(question, question.item, answer.value, answers, questions));
  }
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
  item: IntegerItem,
  value: number,
  answers: Answers,
  questions: readonly PaperQuestion[],
): readonly SoftCheck[] {
  const doubts: SoftCheck[] = [];
  const { min, max, atMost, message } = item.constraint ?? {};
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    doubts.push({ check: 'range', sentence: labelSentence(message) ?? outOfRange(question.number, value, min, max) });
  } else if (String(value).length > item.digits) {
    doubts.push({ check: 'digits', sentence: tooManyDigits(question.number, value, item.digits) });
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

function labelSentence(label: Label | undefined): Sentence | undefined {
  return label === undefined ? undefined : { vi: label.vi, en: label.en ?? label.vi };
}

function unknownChoice(number: string, codes: string): Sentence {
  return {
    vi: `Câu ${number} chỉ có các ô ${codes}. Hãy nhập mã in cạnh ô được đánh dấu.`,
    en: `Question ${number} has the boxes ${codes} only. Key the code printed beside the marked box.`,
  };
}

function emptySelection(number: string): Sentence {
  return {
    vi: `Câu ${number} chưa có ô nào. Nếu hộ không đánh dấu, hãy chọn “để trống”.`,
    en: `Question ${number} has no box yet. If the household marked none, choose “blank”.`,
  };
}

function notANumber(number: string): Sentence {
  return {
    vi: `Câu ${number} cần một số nguyên từ 0 trở lên.`,
    en: `Question ${number} takes a whole number, 0 or more.`,
  };
}

function notADecimal(number: string): Sentence {
  return {
    vi: `Câu ${number} cần một số từ 0 trở lên, phần lẻ sau dấu phẩy.`,
    en: `Question ${number} takes a number, 0 or more, with its fraction behind a point.`,
  };
}

function notADay(number: string): Sentence {
  return {
    vi: `Câu ${number} cần một ngày có thật: ngày, tháng, năm.`,
    en: `Question ${number} takes a day that exists: day, month, year.`,
  };
}

function notText(number: string): Sentence {
  return { vi: `Câu ${number} cần chữ.`, en: `Question ${number} takes text.` };
}

function emptyText(number: string): Sentence {
  return {
    vi: `Câu ${number} chưa có chữ. Nếu hộ không viết, hãy chọn “để trống”.`,
    en: `Question ${number} has no text yet. If the household wrote nothing, choose “blank”.`,
  };
}

function textTooLong(number: string): Sentence {
  return {
    vi: `Câu ${number} dài quá ${LONGEST_TEXT} ký tự. Hãy nhập đúng phần hộ đã viết.`,
    en: `Question ${number} is longer than ${LONGEST_TEXT} characters. Key only what the household wrote.`,
  };
}

function outOfRange(number: string, value: number, min?: number, max?: number): Sentence {
  const vi = min === undefined ? `không quá ${max}` : max === undefined ? `từ ${min} trở lên` : `từ ${min} đến ${max}`;
  const en = min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
  return {
    vi: `Câu ${number} thường ${vi}, phiếu ghi ${value}.`,
    en: `Question ${number} is usually ${en}; the sheet says ${value}.`,
  };
}

function tooManyDigits(number: string, value: number, digits: number): Sentence {
  return {
    vi: `Câu ${number} có ${digits} ô số trên giấy, phiếu ghi ${value}.`,
    en: `Question ${number} has ${digits} cells on paper; the sheet says ${value}.`,
  };
}

function exceeds(question: PaperQuestion, value: number, limit: number, earlier: PaperQuestion | undefined): Sentence {
  const vi = earlier === undefined ? 'câu trước' : `câu ${earlier.number}`;
  const en = earlier === undefined ? 'an earlier question' : `question ${earlier.number}`;
  return {
    vi: `Câu ${question.number} (${value}) lớn hơn ${vi} (${limit}).`,
    en: `Question ${question.number} (${value}) is more than ${en} (${limit}).`,
  };
}

function disobeysSkip(question: PaperQuestion): Sentence {
  return {
    vi: `Theo phiếu thì câu ${question.number} được bỏ qua, nhưng hộ vẫn trả lời. Phiếu được nhập đúng như hộ ghi.`,
    en: `The sheet skips question ${question.number}, yet the household answered it. It is keyed as written.`,
  };
}
