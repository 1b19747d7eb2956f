import { z } from 'zod';
import { PlainDateSchema } from '../calendar/index.ts';
import { checkText, normaliseParagraphs } from '../text/index.ts';
import { LEVELS } from './levels.ts';

/** Longest text of one field: about a page; the form stays readable and the PDF cannot be bombed. */
export const MAX_TEXT = 4000;
export const MAX_REASON = 500;

/** A text of paragraphs: NFC, cleaned, printable, at most so many characters; the label starts the sentence of a refusal. */
function paragraphs(vi: string, { max = MAX_TEXT, required = false } = {}) {
  return z.string().transform((raw, ctx) => {
    const text = normaliseParagraphs(raw.slice(0, max * 4));
    const refuse = (message: string) => ctx.issues.push({ code: 'custom', message, input: raw });
    if (required && text === '') refuse(`${vi} còn trống. Hãy nhập vào.`);
    if (raw.length > max * 4 || text.length > max) refuse(`${vi} dài quá ${max} ký tự. Hãy rút gọn.`);
    for (const line of text.split('\n')) {
      const checked = checkText(line, { label: { vi, en: vi }, max, required: false });
      if (!checked.ok) refuse(checked.sentence.vi);
    }
    return text;
  });
}

const PointsSchema = z.record(z.string().max(10), z.number());
const EnteredSchema = z.record(
  z.string().max(3),
  z.strictObject({ percent: z.number(), reason: paragraphs('Lý do nhập tỷ lệ', { max: MAX_REASON, required: true }) }),
);

/** Bản tự đánh giá: points of every line, strengths, limits, the level that he gives himself. */
export const SelfInput = z.strictObject({
  points: PointsSchema,
  strengths: paragraphs('Ưu điểm', { required: true }),
  limits: paragraphs('Hạn chế, khuyết điểm'),
  level: z.enum(LEVELS),
});
export type SelfInput = z.output<typeof SelfInput>;

export const COMMENT_SOURCES = ['collective', 'hamlet', 'party-cell'] as const;
/** Nhận xét của tập thể, ấp/khu phố, chi bộ. */
export const CommentInput = z.strictObject({
  from: z.enum(COMMENT_SOURCES),
  /** Who speaks: 'Ấp 3', 'Phòng Văn hóa – Xã hội'. */
  body: paragraphs('Tên tập thể nhận xét', { max: 120, required: true }),
  text: paragraphs('Nhận xét', { required: true }),
});
export type CommentInput = z.output<typeof CommentInput>;

/** Thẩm định, đề xuất: the leader's points, the percentages he sets himself, vetoes, leave, months, his comment. */
export const ProposalInput = z.strictObject({
  points: PointsSchema,
  results: EnteredSchema.default({}),
  leaveMonths: z.number().min(0).max(12).default(0),
  vetoes: z
    .array(
      z.strictObject({
        code: z.string().max(40),
        reason: paragraphs('Căn cứ', { max: MAX_REASON, required: true }),
      }),
    )
    .max(10)
    .default([]),
  months: z
    .array(
      z.strictObject({
        month: z.number().int().min(1).max(12),
        points: z.number().min(0).max(100),
        note: paragraphs('Ghi chú', { max: 120 }).optional(),
      }),
    )
    .max(12)
    .default([]),
  strengths: paragraphs('Ưu điểm', { required: true }),
  limits: paragraphs('Hạn chế, khuyết điểm').default(''),
  comment: paragraphs('Ý kiến nhận xét', { required: true }),
  /** Mẫu 02, IV: what to do about the person. */
  handling: paragraphs('Đề xuất phương án xử lý', { max: 1000 }).default(''),
});
export type ProposalInput = z.output<typeof ProposalInput>;

/** Quyết định: the level; null when the year is not rated. A lower level than proposed says why. */
export const DecisionInput = z.strictObject({
  level: z.enum(LEVELS).nullable(),
  reason: paragraphs('Lý do', { max: MAX_REASON }).default(''),
});
export type DecisionInput = z.output<typeof DecisionInput>;

/** Thông báo kết quả bằng văn bản. */
export const NoticeInput = z.strictObject({
  number: paragraphs('Số văn bản', { max: 60, required: true }),
  on: PlainDateSchema,
});
export type NoticeInput = z.output<typeof NoticeInput>;

/** Kiến nghị về kết quả. */
export const AppealInput = z.strictObject({ text: paragraphs('Nội dung kiến nghị', { required: true }) });
export type AppealInput = z.output<typeof AppealInput>;

export const CorrectInput = z.strictObject({
  reason: paragraphs('Lý do đính chính', { max: MAX_REASON, required: true }),
});
export type CorrectInput = z.output<typeof CorrectInput>;
