import { FACES, type Face } from '../pdf/fonts.ts';
import { mm } from '../pdf/units.ts';
import type { StampedLine } from './fit.ts';
import { qrImage, qrPlace } from './qr-mask.ts';
import type { StampFont } from './stamp-font.ts';

/** A template's page and what is stamped on it. Lengths in millimetres from the top left. */
export interface StampedSide {
  /** Index of the template page among all embedded ones; null for a blank side. */
  readonly template: number | null;
  readonly lines: readonly StampedLine[];
  /** Straight black lines: x1, y1, x2, y2. */
  readonly rules?: readonly (readonly [number, number, number, number])[];
  readonly qr?: {
    readonly payload: string;
    readonly places: readonly { readonly x: number; readonly y: number; readonly s: number }[];
  };
}

/** Of a page, in millimetres; lying across for two slips. */
export const PAGE = { w: 210, h: 297 };
export const ACROSS = { w: 297, h: 210 };
const RULE_WEIGHT = mm(0.18);

/** What a side draws: its template, rules, lines and codes; `height` is that of the side, in millimetres. */
export function sideOperators(page: StampedSide, height: number, fonts: ReadonlyMap<Face, StampFont>): string {
  let operators = page.template === null ? '' : `q /T${page.template} Do Q\n`;
  if (page.rules !== undefined && page.rules.length > 0) {
    operators += `0 G ${RULE_WEIGHT.toFixed(2)} w\n`;
    for (const [x1, y1, x2, y2] of page.rules) {
      operators += `${point(x1, y1, height)} m ${point(x2, y2, height)} l\n`;
    }
    operators += 'S\n';
  }
  if (page.lines.length > 0) {
    operators += '0 g BT\n';
    for (const line of page.lines) {
      operators += lineOperators(line, fonts);
    }
    operators += 'ET\n';
  }
  if (page.qr !== undefined) {
    const image = qrImage(page.qr.payload);
    operators += '0 g\n';
    for (const { x, y, s } of page.qr.places) operators += qrPlace(x, y, s, height) + image;
  }
  return operators;
}

/** The operators of one line inside a text object. */
export function lineOperators(line: StampedLine, fonts: ReadonlyMap<Face, StampFont>): string {
  return linePrefix(line) + (fonts.get(line.face)?.encode(line.text) ?? '()') + SHOW;
}

/** What stands before the string of a line: face, size and place. */
export function linePrefix({ face, size, x, y }: Omit<StampedLine, 'text'>): string {
  return `/${fontName(face)} ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm `;
}

/** And what stands behind it. */
export const SHOW = 'Tj\n';

/**
 * Two sides beside each other, each in the middle of its half, and between them the line to cut along. Backs stand upside
 * down and in the columns of their fronts: the paper is turned over its long edge like every other one of the office, and
 * so each half turns like the leaf of a book.
 */
export function halfOperators(
  size: { readonly w: number; readonly h: number },
  sides: readonly [string | null, string | null],
  turned: boolean,
): string {
  const half = ACROSS.w / 2;
  const free = { x: (half - size.w) / 2, y: (ACROSS.h - size.h) / 2 };
  const drawn = sides.map((operators, index) => {
    if (operators === null) return '';
    const left = index * half;
    const matrix = turned
      ? `-1 0 0 -1 ${mm(left + half - free.x).toFixed(2)} ${mm(ACROSS.h - free.y).toFixed(2)}`
      : `1 0 0 1 ${mm(left + free.x).toFixed(2)} ${mm(free.y).toFixed(2)}`;
    return `q ${matrix} cm\n${operators}Q\n`;
  });
  const middle = mm(half).toFixed(2);
  const cut = `q 0.5 G ${RULE_WEIGHT.toFixed(2)} w [3 3] 0 d ${middle} 0 m ${middle} ${mm(ACROSS.h).toFixed(2)} l S Q\n`;
  return drawn.join('') + cut;
}

/** What a face is called among the resources of a page. */
export function fontName(face: Face): string {
  return `F${FACES.indexOf(face)}`;
}

function point(x: number, y: number, height: number): string {
  return `${mm(x).toFixed(2)} ${mm(height - y).toFixed(2)}`;
}
