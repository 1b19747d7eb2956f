import { invalidField, type Sentence } from '../errors/index.ts';
import { normaliseParagraphs, normaliseText } from './normalise.ts';

/** What a short text field accepts. `label` starts the sentence of a refusal: "Họ tên chủ hộ …". */
export interface TextRule {
  readonly label: Sentence;
  readonly max: number;
  readonly required: boolean;
}

export type CheckedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly sentence: Sentence };

/** Longest name that is accepted; the longest real ones are near 90 characters. */
export const MAX_NAME = 120;
export const MAX_ADDRESS = 250;
export const MAX_CODE = 40;

/** Rule of a field holding a person's or a unit's name. */
export function nameRule(label: Sentence, required = true): TextRule {
  return { label, max: MAX_NAME, required };
}

/**
 * Cleans a short text (NFC, one space between words) and checks that it can be stored, printed and found again:
 * Latin letters with any accents, digits, usual punctuation. Control characters, characters that turn the direction of
 * writing, emoji and other scripts are refused, not dropped: a name is never changed silently.
 */
export function checkText(raw: string, rule: TextRule): CheckedText {
  const text = normaliseText(raw);
  const { label, max } = rule;
  const refuse = (vi: string, en: string): CheckedText => ({
    ok: false,
    sentence: { vi: `${label.vi} ${vi}`, en: `${label.en} ${en}` },
  });
  if (text === '') {
    return rule.required ? refuse('còn trống. Hãy nhập vào.', 'is empty. Fill it in.') : { ok: true, text };
  }
  if (text.length > max) {
    const vi = `dài ${text.length} ký tự, quá giới hạn ${max}. Hãy rút gọn.`;
    return refuse(vi, `has ${text.length} characters, more than the limit of ${max}. Shorten it.`);
  }
  if (BIDI_CONTROL.test(text)) {
    const vi = 'có ký tự ẩn làm đổi chiều chữ. Hãy gõ lại bằng bàn phím, không dán.';
    return refuse(vi, 'holds hidden characters that turn the direction of writing. Type it instead of pasting.');
  }
  if (CONTROL.test(text)) {
    const vi = 'có ký tự điều khiển không nhìn thấy được. Hãy gõ lại bằng bàn phím, không dán.';
    return refuse(vi, 'holds invisible control characters. Type it instead of pasting.');
  }
  if (OLD_CODE_PAGE.test(text)) {
    const vi = `“${shorten(text)}” có vẻ viết bằng bảng mã cũ (TCVN3). Hãy chuyển sang Unicode rồi làm lại.`;
    return refuse(vi, `“${shorten(text)}” looks written in the old TCVN3 code. Convert it to Unicode and try again.`);
  }
  const foreign = [...text].find((character) => !PRINTABLE.test(character));
  if (foreign !== undefined || STACKED_MARKS.test(text)) {
    const shown = foreign ?? shorten(text);
    const vi = `có ký tự “${shown}” không in được. Chỉ dùng chữ cái Latinh (đủ dấu tiếng Việt), chữ số và dấu câu.`;
    return refuse(vi, `holds “${shown}”, which cannot be printed. Use Latin letters, digits and punctuation only.`);
  }
  return { ok: true, text };
}

/** The cleaned text, or a DomainError that names the field. */
export function requireText(raw: string, rule: TextRule, path: string): string {
  const checked = checkText(raw, rule);
  if (checked.ok) return checked.text;
  throw invalidField(path, 'text.invalid', checked.sentence);
}

/** The same for a text of several lines (a petition, an answer): line breaks stay, each line is judged. */
export function requireProse(raw: string, rule: TextRule, path: string): string {
  const text = normaliseParagraphs(raw);
  requireText(text, rule, path);
  return text;
}

/** Codes (of households, groups, cadres): no spaces, so that they can be said, typed and put into a file name. */
export function checkCode(raw: string, label: Sentence): CheckedText {
  const checked = checkText(raw, { label, max: MAX_CODE, required: true });
  if (!checked.ok || /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(checked.text)) return checked;
  const vi = `“${shorten(checked.text)}” chỉ được gồm chữ, số và các dấu . _ / - (không có khoảng trắng).`;
  const en = `“${shorten(checked.text)}” may hold letters, digits and . _ / - only (no spaces).`;
  return { ok: false, sentence: { vi: `${label.vi} ${vi}`, en: `${label.en} ${en}` } };
}

/** The cleaned code, or a DomainError that names the field. */
export function requireCode(raw: string, label: Sentence, path: string): string {
  const checked = checkCode(raw, label);
  if (checked.ok) return checked.text;
  throw invalidField(path, 'code.invalid', checked.sentence);
}

/** Codes that differ only in case are one code for the reader: compared by this key, stored as typed. */
export function codeKey(code: string): string {
  return normaliseText(code).toUpperCase();
}

/** At most 40 characters of a text, to be quoted in a sentence. */
export function shorten(text: string, max = 40): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

const CONTROL = /\p{Cc}|\p{Co}|\p{Cs}|\p{Cn}/u;
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
// The blocks that Tinos carries: Latin with all Vietnamese letters, combining marks, dashes and quotes, ₫ and №.
const PRINTABLE =
  /^(?:[\u0020-\u007e\u00a0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ab\u2116]|[\u0300-\u036f])$/u;
// No Vietnamese or European letter carries more than two marks beyond its precomposed form.
const STACKED_MARKS = /\p{Mn}{3}/u;
// TCVN3 puts its letters on signs such as ¨ ® µ ¸: one of them next to a letter is never a name in Unicode.
const OLD_CODE_PAGE = /[a-zđ][¨©®¬µ¶¸¹·»¾¼½]|[¨©®¬µ¶¸¹·»¾¼½][a-z]/iu;
