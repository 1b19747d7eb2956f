import type { Sentence } from '@gandan/domain/errors';
import type { LayoutMap, LayoutPage } from '@gandan/domain/questionnaires';
import { formatQrPayload } from '@gandan/domain/sheets';
import type { Face } from '../pdf/fonts.ts';
import { qrImage, qrPlace, SlotSetter, type StampFont } from '../stamp/index.ts';
import { editionOf, tokenWordings } from './official-texts.ts';
import type { SheetProblems } from './sheet-problems.ts';
import type { SheetRow } from './write-sheets.ts';

/** What does not change from sheet to sheet of one side. */
interface Side {
  readonly page: number;
  readonly begin: string;
  readonly setters: readonly SlotSetter[];
  readonly qrPlaces: readonly string[];
}

/** Turns rows into the drawing operators of their sides. */
export class SheetStamper {
  readonly #layout: LayoutMap;
  readonly #sides: readonly Side[];
  readonly #problems: SheetProblems;
  readonly #edition: string;

  constructor(layout: LayoutMap, fonts: ReadonlyMap<Face, StampFont>, problems: SheetProblems) {
    this.#layout = layout;
    this.#problems = problems;
    this.#edition = editionOf(layout);
    this.#sides = layout.pages.map((page) => sideOf(page, layout.pageSize.h, fonts));
  }

  /** The operators of each side, in order. */
  sides<Row extends SheetRow>(row: Row, owner?: (row: Row) => Sentence): readonly string[] {
    return this.#sides.map((side) => {
      let operators = side.begin;
      for (const setter of side.setters) operators += this.#set(setter, row, owner);
      operators += 'ET\n';
      const image = qrImage(formatQrPayload(this.#layout.layoutId, row.number, side.page));
      for (const place of side.qrPlaces) operators += place + image;
      return operators;
    });
  }

  #set<Row extends SheetRow>(setter: SlotSetter, row: Row, owner: ((row: Row) => Sentence) | undefined): string {
    const wordings = row.texts[setter.name] ?? this.#own(setter.name, row);
    if (typeof wordings === 'string') {
      const set = this.#problems.printable(setter, wordings, row, owner) ? setter.set(wordings) : '';
      if (set !== null) return set;
      this.#problems.tooLong(setter, wordings, row, owner);
      return '';
    }
    for (const text of wordings) {
      if (!this.#problems.printable(setter, text, row, owner)) return '';
      const set = setter.set(text);
      if (set !== null) return set;
    }
    this.#problems.tooLong(setter, wordings[0] ?? '', row, owner);
    return '';
  }

  /** What a sheet says of itself when its row does not. */
  #own(name: string, { number }: SheetRow): string | readonly string[] {
    if (name === 'number') return number;
    if (name === 'token') return tokenWordings(number);
    return name === 'edition' ? this.#edition : '';
  }
}

function sideOf(page: LayoutPage, height: number, fonts: ReadonlyMap<Face, StampFont>): Side {
  return {
    page: page.page,
    begin: `q /T${page.page - 1} Do Q\n0 g BT\n`,
    setters: page.slots.map((slot) => new SlotSetter(slot, height, fonts)),
    qrPlaces: page.qr.map(({ x, y, s }) => qrPlace(x, y, s, height)),
  };
}
