import type { LayoutSlot } from '@gandan/domain/questionnaires';
import { type Face, faceOf } from '../pdf/fonts.ts';
import { mm } from '../pdf/units.ts';
import { stampWidth } from './stamp-font.ts';

/** A line of text at its place: points, origin bottom left, y of the baseline. */
export interface StampedLine {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  readonly text: string;
}

const SMALLEST = 10;
const ASCENT = 0.891;
const LINE = 1.149;
/** Wrapped lines may stand a little closer than a paragraph's. */
const TIGHT_LINE = 1.08;

const TIDY = /^\S*(?: \S+)*$/u;

/** A text as it is printed: composed letters, single spaces. */
export function printedText(text: string): string {
  const composed = text.normalize('NFC');
  return TIDY.test(composed) ? composed : composed.replace(/\s+/gu, ' ').trim();
}

/**
 * The text inside its slot: on one line, else smaller (never below 10 points), else wrapped; null when nothing of that
 * fits. Nothing is ever cut.
 */
export function fitText(text: string, slot: LayoutSlot, pageHeight: number): readonly StampedLine[] | null {
  const printed = printedText(text);
  if (printed === '') return [];
  const face = faceOf({ bold: slot.bold, italics: slot.italic });
  for (const size of sizesOf(slot.fontSize)) {
    if (stampWidth(printed, size, face) <= mm(slot.w)) return placed([printed], size, face, slot, pageHeight);
  }
  for (const size of sizesOf(slot.fontSize)) {
    const lines = wrapStamp(printed, size, face, slot.w);
    if (lines !== null && lines.length * size * TIGHT_LINE <= mm(slot.h))
      return placed(lines, size, face, slot, pageHeight);
  }
  return null;
}

function sizesOf(largest: number): readonly number[] {
  const sizes = [largest];
  for (let size = Math.ceil(largest * 2 - 1) / 2; size >= SMALLEST; size -= 0.5) sizes.push(size);
  return sizes;
}

/** Lines no wider than that many millimetres; null when a single word is wider. */
export function wrapStamp(text: string, size: number, face: Face, width: number): readonly string[] | null {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (stampWidth(word, size, face) > mm(width)) return null;
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && stampWidth(longer, size, face) <= mm(width)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function placed(
  lines: readonly string[],
  size: number,
  face: Face,
  slot: LayoutSlot,
  pageHeight: number,
): readonly StampedLine[] {
  const leading = size * (lines.length > 1 ? TIGHT_LINE : LINE);
  // Centred in the slot's height; a slot of one line's height places the text exactly on it.
  const top = mm(slot.y) + (mm(slot.h) - leading * lines.length) / 2;
  return lines.map((text, index) => ({
    x: mm(slot.x) + indent(text, size, face, slot),
    y: mm(pageHeight) - top - index * leading - (leading - LINE * size) / 2 - ASCENT * size,
    size,
    face,
    text,
  }));
}

function indent(text: string, size: number, face: Face, slot: LayoutSlot): number {
  if (slot.align === undefined || slot.align === 'left') return 0;
  const free = mm(slot.w) - stampWidth(text, size, face);
  return slot.align === 'center' ? free / 2 : free;
}
