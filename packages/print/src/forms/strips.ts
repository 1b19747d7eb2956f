import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { type Piece, text, widthMm, wrap } from './pieces.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';

/** Width of the questions, in millimetres. */
export const WIDTH = SHEET.content.w;
export const BOLD = { bold: true } as const;
const TITLE_GAP = 0.6;

/** Pieces of a fixed height, relative to its top left corner. */
export interface Strip {
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** A text over the whole width. */
export function paragraph(value: string, style: { readonly bold?: boolean; readonly size?: number }): Strip {
  const lines = wrap(value, WIDTH, style);
  const step = lineHeight(style.size ?? TYPE.body);
  return { height: lines.length * step, pieces: lines.map((words, index) => text(0, index * step, words, style)) };
}

/** A question's words on lines of their own, its hint in italics behind or below. */
export function titleStrip(title: string, hint: string | undefined, style: { readonly bold?: boolean }): Strip {
  const hintW = hint === undefined ? 0 : 1.5 + widthMm(`(${hint})`, { italics: true });
  if (widthMm(title, style) + hintW <= WIDTH) {
    return { height: lineHeight(TYPE.body) + TITLE_GAP, pieces: titlePieces(title, hint, style, 0) };
  }
  const lines = wrap(title, WIDTH, style);
  const hints = hint === undefined ? [] : wrap(`(${hint})`, WIDTH, { italics: true });
  const step = lineHeight(TYPE.body);
  return {
    height: (lines.length + hints.length) * step + TITLE_GAP,
    pieces: [
      ...lines.map((words, index) => text(0, index * step, words, style)),
      ...hints.map((words, index) => text(0, (lines.length + index) * step, words, { italics: true })),
    ],
  };
}

/** The same on one line, for questions whose answers stand beside it. */
export function titlePieces(
  title: string,
  hint: string | undefined,
  style: { readonly bold?: boolean },
  y: number,
): readonly Piece[] {
  const head = text(0, y, title, style);
  return hint === undefined ? [head] : [head, text(widthMm(title, style) + 1.5, y, `(${hint})`, { italics: true })];
}

/** `c` of `14c`. */
export function letterOf(question: PaperQuestion): string {
  return question.number.replace(/^\d+/, '');
}
