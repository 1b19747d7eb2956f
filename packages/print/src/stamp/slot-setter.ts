import { type LayoutSlot, slotName } from '@gandan/domain/questionnaires';
import { type Face, faceOf } from '../pdf/fonts.ts';
import { mm } from '../pdf/units.ts';
import { fitText, printedText, type StampedLine } from './fit.ts';
import { lineOperators, linePrefix, SHOW } from './operators.ts';
import type { StampFont } from './stamp-font.ts';

/**
 * Sets one slot of a form over and over. What a text of full size on one line needs is worked out once, and a text that
 * comes again (the group's name on each of its sheets) is not set again.
 */
export class SlotSetter {
  readonly slot: LayoutSlot;
  /** The slot's name, without which of its places it is. */
  readonly name: string;
  readonly #pageHeight: number;
  readonly #fonts: ReadonlyMap<Face, StampFont>;
  readonly #font: StampFont;
  readonly #width: number;
  readonly #prefix: string;
  #text: string | null = null;
  #operators: string | null = '';

  constructor(slot: LayoutSlot, pageHeight: number, fonts: ReadonlyMap<Face, StampFont>) {
    const face = faceOf({ bold: slot.bold, italics: slot.italic });
    const font = fonts.get(face);
    if (font === undefined) throw new Error(`the writer has no face ${face}`);
    this.slot = slot;
    this.name = slotName(slot);
    this.#pageHeight = pageHeight;
    this.#fonts = fonts;
    this.#font = font;
    this.#width = mm(slot.w);
    this.#prefix = linePrefix(firstLine(slot, pageHeight));
  }

  /** The operators inside a text object; null when the text does not fit. */
  set(text: string): string | null {
    if (text !== this.#text) {
      this.#text = text;
      this.#operators = this.#lay(text);
    }
    return this.#operators;
  }

  #lay(text: string): string | null {
    const { slot } = this;
    const printed = printedText(text);
    if (printed === '') return '';
    const atLeft = slot.align === undefined || slot.align === 'left';
    if (atLeft && this.#font.width(printed, slot.fontSize) <= this.#width) {
      return this.#prefix + this.#font.encode(printed) + SHOW;
    }
    const lines = fitText(text, slot, this.#pageHeight);
    return lines === null ? null : lines.map((line) => lineOperators(line, this.#fonts)).join('');
  }
}

/** Where a text of full size stands that begins at the slot's left edge. */
function firstLine(slot: LayoutSlot, pageHeight: number): StampedLine {
  const [line] = fitText('.', { ...slot, align: 'left' }, pageHeight) ?? [];
  if (line === undefined) throw new Error(`slot ${slot.id} is too small for a single letter`);
  return line;
}
