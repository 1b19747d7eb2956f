import type { Sentence } from '@gandan/domain/errors';
import type { LayoutMap, LayoutPage } from '@gandan/domain/questionnaires';
import { formatQrPayload } from '@gandan/domain/sheets';
import type { Face } from '../pdf/fonts.ts';
import { qrImage, qrPlace, SlotSetter, type StampFont } from '../stamp/index.ts';
import { editionOf, tokenWordings } from './official-texts.ts';
import type { Owner, Problems } from './problems.ts';
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
  readonly #problems: Problems;
  readonly #edition: string;

  constructor(layout: LayoutMap, fonts: ReadonlyMap<Face, StampFont>, problems: Problems) {
    this.#layout = layout;
    this.#problems = problems;
    this.#edition = editionOf(layout);
    this.#sides = layout.pages.map((page) => sideOf(page, layout.pageSize.h, fonts));
  }

  /** The operators of each side, in order. */
  sides<Row extends SheetRow>(row: Row, owner?: (row: Row) => Sentence): readonly string[] {
    const whose = () => owner?.(row) ?? { vi: `Phiếu ${row.number}`, en: `Sheet ${row.number}` };
    return this.#sides.map((side) => {
      let operators = side.begin;
      for (const setter of side.setters) operators += this.#set(setter, row, whose);
      operators += 'ET\n';
      const image = qrImage(formatQrPayload(this.#layout.layoutId, row.number, side.page));
      for (const place of side.qrPlaces) operators += place + image;
      return operators;
    });
  }

  #set(setter: SlotSetter, row: SheetRow, owner: Owner): string {
    const given = row.texts[setter.name] ?? this.#own(setter.name, row);
    const wordings = typeof given === 'string' ? [given] : given;
    for (const text of wordings) {
      if (!this.#problems.printable(owner, setter.name, text)) return '';
      const set = setter.set(text);
      if (set !== null) return set;
    }
    this.#problems.tooLong(owner, setter.name, wordings[0] ?? '');
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
