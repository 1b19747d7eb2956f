import { formatDate, type PlainDate } from '../calendar/index.ts';
import type { Sentence } from '../errors/index.ts';
import type { Label, PaperQuestion } from './model.ts';

/** Longest text that is keyed from a sheet, in characters; three ruled lines hold about 250. */
export const LONGEST_TEXT = 2000;

// What the clerk reads about an answer. Every sentence names the question as it is printed and says what to do.

export function labelSentence(label: Label | undefined): Sentence | undefined {
  return label === undefined ? undefined : { vi: label.vi, en: label.en ?? label.vi };
}

export function unknownChoice(number: string, codes: string): Sentence {
  return {
    vi: `Câu ${number} chỉ có các ô ${codes}. Hãy nhập mã in cạnh ô được đánh dấu.`,
    en: `Question ${number} has the boxes ${codes} only. Key the code printed beside the marked box.`,
  };
}

export function emptySelection(number: string): Sentence {
  return {
    vi: `Câu ${number} chưa có ô nào. Nếu hộ không đánh dấu, hãy chọn “để trống”.`,
    en: `Question ${number} has no box yet. If the household marked none, choose “blank”.`,
  };
}

export function notANumber(number: string): Sentence {
  return {
    vi: `Câu ${number} cần một số nguyên từ 0 trở lên.`,
    en: `Question ${number} takes a whole number, 0 or more.`,
  };
}

export function notADecimal(number: string): Sentence {
  return {
    vi: `Câu ${number} cần một số từ 0 trở lên, phần lẻ sau dấu phẩy.`,
    en: `Question ${number} takes a number, 0 or more, with its fraction behind a point.`,
  };
}

export function notADay(number: string): Sentence {
  return {
    vi: `Câu ${number} cần một ngày có thật: ngày, tháng, năm.`,
    en: `Question ${number} takes a day that exists: day, month, year.`,
  };
}

export function notText(number: string): Sentence {
  return { vi: `Câu ${number} cần chữ.`, en: `Question ${number} takes text.` };
}

export function emptyText(number: string): Sentence {
  return {
    vi: `Câu ${number} chưa có chữ. Nếu hộ không viết, hãy chọn “để trống”.`,
    en: `Question ${number} has no text yet. If the household wrote nothing, choose “blank”.`,
  };
}

export function textTooLong(number: string): Sentence {
  return {
    vi: `Câu ${number} dài quá ${LONGEST_TEXT} ký tự. Hãy nhập đúng phần hộ đã viết.`,
    en: `Question ${number} is longer than ${LONGEST_TEXT} characters. Key only what the household wrote.`,
  };
}

export function outOfRange(number: string, value: number, min?: number, max?: number): Sentence {
  const [v, low, high] = [inVietnamese(value), inVietnamese(min), inVietnamese(max)];
  const [w, least, most] = [inEnglish(value), inEnglish(min), inEnglish(max)];
  const vi =
    min === undefined ? `không quá ${high}` : max === undefined ? `từ ${low} trở lên` : `từ ${low} đến ${high}`;
  const en =
    min === undefined ? `at most ${most}` : max === undefined ? `at least ${least}` : `from ${least} to ${most}`;
  return {
    vi: `Câu ${number} thường ${vi}, phiếu ghi ${v}.`,
    en: `Question ${number} is usually ${en}; the sheet says ${w}.`,
  };
}

export function dayOutOfRange(number: string, value: PlainDate, min?: PlainDate, max?: PlainDate): Sentence {
  const vi =
    min === undefined
      ? `không sau ngày ${day(max)}`
      : max === undefined
        ? `không trước ngày ${day(min)}`
        : `từ ngày ${day(min)} đến ngày ${day(max)}`;
  const en =
    min === undefined
      ? `not after ${day(max)}`
      : max === undefined
        ? `not before ${day(min)}`
        : `from ${day(min)} to ${day(max)}`;
  return {
    vi: `Câu ${number} thường ${vi}, phiếu ghi ngày ${day(value)}.`,
    en: `Question ${number} is usually ${en}; the sheet says ${day(value)}.`,
  };
}

export function tooManyDigits(number: string, value: number, digits: number): Sentence {
  return {
    vi: `Câu ${number} có ${digits} ô số trên giấy, phiếu ghi ${inVietnamese(value)}.`,
    en: `Question ${number} has ${digits} cells on paper; the sheet says ${inEnglish(value)}.`,
  };
}

export function tooFine(number: string, value: number, digits: number, decimals: number): Sentence {
  return {
    vi: `Câu ${number} có ${digits} ô trước dấu phẩy và ${decimals} ô sau, phiếu ghi ${inVietnamese(value)}.`,
    en: `Question ${number} has ${digits} cells before the point and ${decimals} behind it; the sheet says ${inEnglish(value)}.`,
  };
}

export function exceeds(
  question: PaperQuestion,
  value: number,
  limit: number,
  earlier: PaperQuestion | undefined,
): Sentence {
  const vi = earlier === undefined ? 'câu trước' : `câu ${earlier.number}`;
  const en = earlier === undefined ? 'an earlier question' : `question ${earlier.number}`;
  return {
    vi: `Câu ${question.number} (${inVietnamese(value)}) lớn hơn ${vi} (${inVietnamese(limit)}).`,
    en: `Question ${question.number} (${inEnglish(value)}) is more than ${en} (${inEnglish(limit)}).`,
  };
}

export function disobeysSkip(question: PaperQuestion): Sentence {
  if (question.specifies !== undefined) {
    return {
      vi: `Câu ${question.number} có lời ghi rõ nhưng ô kèm theo không được đánh dấu. Phiếu được nhập đúng như hộ ghi.`,
      en: `Question ${question.number} has words behind a box that is not marked. It is keyed as written.`,
    };
  }
  return {
    vi: `Theo phiếu thì câu ${question.number} được bỏ qua, nhưng hộ vẫn trả lời. Phiếu được nhập đúng như hộ ghi.`,
    en: `The sheet skips question ${question.number}, yet the household answered it. It is keyed as written.`,
  };
}

const inVietnamese = (value: number | undefined) => String(value ?? '').replace('.', ',');
const inEnglish = (value: number | undefined) => String(value ?? '');
const day = (date: PlainDate | undefined) => (date === undefined ? '' : formatDate(date));
