import type { PacketPaper, PacketSheet, PacketSlip, PacketView } from '@gandan/domain/meetings';
import { type LayoutMap, type LayoutSlot, slotName } from '@gandan/domain/questionnaires';
import { formatPaperPayload, formatQrPayload, paperCode } from '@gandan/domain/sheets';
import { editionOf, type Owner, type Problems, tokenWordings } from '../sheets/index.ts';
import { fitText, type StampedLine, type StampedPage, type StampedSide } from '../stamp/index.ts';
import { DESIGN_NAMES, type DesignName } from './designs.ts';
import { packetTexts, type SlotTexts, sheetTexts } from './packet-texts.ts';
import { type PageDesign, slotsOf } from './page-design.ts';
import { type LaidRow, layRow, placeRow, rowRules } from './table-rows.ts';

/** The compiled papers that a packet is stamped on: the sheet's pages come first among the templates. */
export interface PacketPapers {
  readonly layout: LayoutMap;
  /** Feedback slip and minutes form, when they are printed from compiled forms; their pages follow the designs'. */
  readonly slip?: LayoutMap | undefined;
  readonly minutes?: LayoutMap | undefined;
  readonly designs: Readonly<Record<DesignName, PageDesign>>;
}

/** One written side and, on the first side of a household's sheet, that it is one. */
export interface PacketPage extends StampedPage {
  readonly startsSheet?: true;
}

const BLANK: StampedSide = { template: null, lines: [] };

const PAGE_HEIGHT = 297;

/**
 * All sides of a packet in print order. Each paper starts on a front side: an odd list is followed by a blank back, so
 * that the packet can be printed on both sides and taken apart. `problems` collects what cannot be printed; null once
 * that is known to be nothing.
 */
export function* packetPages(
  packet: PacketView,
  papers: PacketPapers,
  problems: Problems | null,
): Generator<PacketPage> {
  const stamper = new PageStamper(packet, papers, problems);
  const prints = (paper: PacketPaper) => packet.leaveOut?.includes(paper) !== true;
  if (prints('lists')) {
    yield* whole(stamper.list('cover', 'coverNext', coverRow));
    yield* whole(stamper.list('signIn', 'signInNext', signInRow));
  }
  if (prints('sheets')) for (const sheet of packet.sheets) yield* whole(stamper.sheet(sheet));
  yield* stamper.slips();
  if (prints('minutes')) yield* whole(stamper.minutes());
  if (prints('tally')) yield* whole([stamper.single('tally', 1)]);
}

/** Pads to whole leaves. */
function* whole(pages: Iterable<PacketPage>): Generator<PacketPage> {
  let count = 0;
  for (const page of pages) {
    count += 1;
    yield page;
  }
  if (count % 2 === 1) yield { template: null, lines: [] };
}

type RowTexts = (sheet: PacketSheet, index: number) => Readonly<Record<string, string>>;

const coverRow: RowTexts = (sheet, index) => ({
  row: String(index + 1),
  number: sheet.number,
  code: sheet.householdCode,
  headName: sheet.headName,
});
const signInRow: RowTexts = (sheet, index) => ({
  row: String(index + 1),
  headName: sheet.headName,
  address: sheet.address,
});

class PageStamper {
  readonly #packet: PacketView;
  readonly #papers: PacketPapers;
  readonly #problems: Problems | null;
  readonly #texts: SlotTexts;
  readonly #owner: Owner;
  /** Lines that are the same on every sheet of the packet, by slot. */
  readonly #shared = new Map<LayoutSlot, readonly StampedLine[]>();

  constructor(packet: PacketView, papers: PacketPapers, problems: Problems | null) {
    this.#packet = packet;
    this.#papers = papers;
    this.#problems = problems;
    this.#texts = packetTexts(packet);
    this.#owner = () => ({ vi: packet.group.name, en: `Group ${packet.group.name}` });
  }

  /** The sides of a household's sheet. */
  *sheet(sheet: PacketSheet): Generator<PacketPage> {
    const { layout } = this.#papers;
    const texts = sheetTexts(sheet, this.#packet, layout);
    const owner = householdOwner(sheet);
    for (const page of layout.pages) {
      const lines = page.slots.flatMap((slot) => {
        const own = texts[slotName(slot)];
        return own === undefined ? this.#sharedLines(slot) : this.#fit(own, slot, owner);
      });
      yield {
        template: page.page - 1,
        lines,
        qr: { payload: formatQrPayload(layout.layoutId, sheet.number, page.page), places: page.qr },
        ...(page.page === 1 ? { startsSheet: true as const } : {}),
      };
    }
  }

  /** Two slips on each paper, all their sides; a slip is the same as its neighbour but for its token. */
  *slips(): Generator<PacketPage> {
    const { slips = [] } = this.#packet;
    const layout = this.#papers.slip;
    if (layout === undefined) return;
    const sides = layout.pages.length + (layout.pages.length % 2);
    for (let at = 0; at < slips.length; at += 2) {
      const pair = slips.slice(at, at + 2).map((slip) => this.#slipSides(slip, layout));
      for (let side = 0; side < sides; side += 1) {
        const [left = BLANK, right = null] = pair.map((each) => each[side] ?? BLANK);
        yield {
          ...BLANK,
          halves: { size: layout.pageSize, sides: [left, right], turned: side % 2 === 1 },
        };
      }
    }
  }

  #slipSides({ token }: PacketSlip, layout: LayoutMap): readonly StampedSide[] {
    const own = { token: tokenWordings(token), edition: editionOf(layout) };
    const texts = { ...this.#texts, ...own, period: this.#packet.slipPeriod ?? '' };
    return this.#formSides(layout, this.#slipTemplate(), texts, token);
  }

  /** The minutes form: compiled when the office has one, else as it is drawn by hand. */
  minutes(): readonly PacketPage[] {
    const layout = this.#papers.minutes;
    if (layout === undefined) return [this.single('minutesFront', 1), this.single('minutesBack', 2)];
    const { group, meeting, sheets } = this.#packet;
    const code = paperCode(group.code, meeting.heldOn);
    const texts = { ...this.#texts, edition: editionOf(layout), number: code, households: String(sheets.length) };
    return this.#formSides(layout, this.#slipTemplate() + (this.#papers.slip?.pages.length ?? 0), texts, code);
  }

  #formSides(layout: LayoutMap, template: number, texts: SlotTexts, code: string): readonly StampedSide[] {
    return layout.pages.map((page) => ({
      template: template + page.page - 1,
      lines: page.slots.flatMap((slot) => this.#fit(texts[slotName(slot)] ?? '', slot, this.#owner, layout.pageSize.h)),
      qr: { payload: formatPaperPayload(layout.layoutId, code, page.page), places: page.qr },
    }));
  }

  #slipTemplate(): number {
    return this.#papers.layout.pages.length + DESIGN_NAMES.length;
  }

  /** A page without rows. */
  single(design: DesignName, pageNumber: number): PacketPage {
    return { template: this.#template(design), lines: this.#slotLines(design, pageNumber) };
  }

  /** The pages of a list of all households, as many as its rows need. */
  list(first: DesignName, next: DesignName, rowTexts: RowTexts): readonly PacketPage[] {
    const rows = this.#packet.sheets.flatMap((sheet, index) => this.#layRow(first, sheet, rowTexts(sheet, index)));
    const pages: PacketPage[] = [];
    let rest: readonly LaidRow[] = rows;
    do {
      const design = pages.length === 0 ? first : next;
      const { page, taken } = this.#listPage(design, rest, pages.length + 1);
      pages.push(page);
      rest = rest.slice(taken);
    } while (rest.length > 0);
    return pages;
  }

  #layRow(design: DesignName, sheet: PacketSheet, texts: Readonly<Record<string, string>>): readonly LaidRow[] {
    const { table } = this.#papers.designs[design];
    if (table === undefined) return [];
    const owner = householdOwner(sheet);
    for (const [field, text] of Object.entries(texts)) this.#problems?.printable(owner, field, text);
    const row = layRow(table, texts);
    if ('unfit' in row) {
      this.#problems?.tooLong(owner, row.unfit, texts[row.unfit] ?? '');
      return [];
    }
    return [row];
  }

  #listPage(name: DesignName, rows: readonly LaidRow[], number: number): { page: PacketPage; taken: number } {
    const { table } = this.#papers.designs[name];
    const lines = [...this.#slotLines(name, number)];
    const heights: number[] = [];
    let y = table?.top ?? 0;
    for (const row of rows) {
      // A row always goes somewhere, even one higher than the page has left at its very top.
      if (heights.length > 0 && y + row.height > (table?.bottom ?? 0)) break;
      lines.push(...placeRow(row, y, PAGE_HEIGHT));
      heights.push(row.height);
      y += row.height;
    }
    const rules = table === undefined || heights.length === 0 ? [] : rowRules(table, heights);
    return { page: { template: this.#template(name), lines, rules }, taken: heights.length };
  }

  #slotLines(design: DesignName, pageNumber: number): readonly StampedLine[] {
    const texts = { ...this.#texts, pageNumber: pageNumber > 1 ? String(pageNumber) : '' };
    return slotsOf(this.#papers.designs[design].pieces).flatMap((slot) =>
      this.#fit(texts[slotName(slot) as keyof typeof texts] ?? '', slot, this.#owner),
    );
  }

  #sharedLines(slot: LayoutSlot): readonly StampedLine[] {
    let lines = this.#shared.get(slot);
    if (lines === undefined) {
      lines = this.#fit(this.#texts[slotName(slot)] ?? '', slot, this.#owner);
      this.#shared.set(slot, lines);
    }
    return lines;
  }

  /** The first wording that fits its slot. */
  #fit(
    wordings: string | readonly string[],
    slot: LayoutSlot,
    owner: Owner,
    pageHeight = PAGE_HEIGHT,
  ): readonly StampedLine[] {
    const [preferred = '', ...others] = typeof wordings === 'string' ? [wordings] : wordings;
    this.#problems?.printable(owner, slotName(slot), preferred);
    for (const text of [preferred, ...others]) {
      const lines = fitText(text, slot, pageHeight);
      if (lines !== null) return lines;
    }
    this.#problems?.tooLong(owner, slotName(slot), preferred);
    return [];
  }

  #template(design: DesignName): number {
    return this.#papers.layout.pages.length + DESIGN_NAMES.indexOf(design);
  }
}

function householdOwner({ householdCode, headName }: PacketSheet): Owner {
  return () => ({ vi: `Hộ ${householdCode} (${headName})`, en: `Household ${householdCode} (${headName})` });
}
