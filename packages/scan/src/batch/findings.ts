import type { Sentence } from '@gandan/domain/errors';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import type { SideReading } from '../reading/index.ts';

/** A side with where it was found. */
export interface FoundSide {
  readonly file: string;
  /** Page of the file, from 1. */
  readonly at: number;
  readonly side: SideReading;
}

/** What is only seen when all pages of a stack lie side by side. */
export interface BatchFinding {
  readonly code: 'sheet.page-missing' | 'sheet.twice';
  readonly sheet: string;
  /** Pages that are missing, or that there are several of. */
  readonly pages: readonly number[];
  readonly places: readonly { readonly file: string; readonly at: number }[];
  readonly sentence: Sentence;
}

/** Sheets of a stack that lack a side, or of which a side was read more than once. */
export function batchFindings(found: readonly FoundSide[], layouts: readonly LayoutMap[]): readonly BatchFinding[] {
  const sheets = Map.groupBy(found, ({ side }) => `${side.sheet.number} ${side.layoutId}`);
  return [...sheets.values()].flatMap((sides) => {
    const [first] = sides;
    if (first === undefined) return [];
    const { sheet, layoutId } = first.side;
    const wanted = layouts.find((layout) => layout.layoutId === layoutId)?.pages.map(({ page }) => page) ?? [];
    const count = (page: number) => sides.filter(({ side }) => side.page === page).length;
    const missing = wanted.filter((page) => count(page) === 0);
    const twice = wanted.filter((page) => count(page) > 1);
    const places = sides.map(({ file, at }) => ({ file, at }));
    return [
      ...(missing.length > 0 ? [pageMissing(sheet.number, missing, places)] : []),
      ...(twice.length > 0 ? [readTwice(sheet.number, twice, places)] : []),
    ];
  });
}

type Places = BatchFinding['places'];

function pageMissing(sheet: string, pages: readonly number[], places: Places): BatchFinding {
  const list = pages.join(', ');
  const sentence = {
    vi: `Phiếu ${sheet} thiếu trang ${list}. Hãy quét thêm trang đó.`,
    en: `Sheet ${sheet} lacks page ${list}. Scan that page too.`,
  };
  return { code: 'sheet.page-missing', sheet, pages, places, sentence };
}

function readTwice(sheet: string, pages: readonly number[], places: Places): BatchFinding {
  const where = places.map(({ file, at }) => `${file} trang ${at}`).join('; ');
  const whereEn = places.map(({ file, at }) => `${file} page ${at}`).join('; ');
  const sentence = {
    vi: `Trang ${pages.join(', ')} của phiếu ${sheet} có nhiều bản (${where}). Hãy giữ một bản.`,
    en: `There are several copies of page ${pages.join(', ')} of sheet ${sheet} (${whereEn}). Keep one.`,
  };
  return { code: 'sheet.twice', sheet, pages, places, sentence };
}
