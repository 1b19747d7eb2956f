import { type Evidence, formatNumber, type Indicator } from '@gandan/domain/evaluations';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { textWidth } from '../pdf/index.ts';
import { ND30 } from '../profiles/index.ts';

const SIZE = 10;
const GAP = 8;

/**
 * The records behind one indicator: those that count, then those that do not, in as many columns as their labels allow.
 * The headings are header rows, so they never stand alone and come again on the next page.
 */
export function recordList(indicator: Indicator, texts: (section: 'counted' | 'notCounted') => string): Content[] {
  const { title, numerator, denominator, value, evidence } = indicator;
  if (evidence.length === 0) return [];
  const [counted, others] = [evidence.filter((record) => record.counted), evidence.filter((record) => !record.counted)];
  const perRow = columnsFor(evidence);
  const name = `${title.vi}: ${numerator}/${denominator} = ${formatNumber(value)} %`;
  return [
    ...listOf(name, `${texts('counted')} (${counted.length})`, counted, perRow),
    ...listOf(name, `${texts('notCounted')} (${others.length})`, others, perRow),
  ];
}

function listOf(name: string, title: string, records: readonly Evidence[], perRow: number): Content[] {
  if (records.length === 0) return [];
  const rows: TableCell[][] = [];
  for (let at = 0; at < records.length; at += perRow) {
    const row = records.slice(at, at + perRow).map(({ label }): TableCell => ({ text: label }));
    while (row.length < perRow) row.push({ text: '' });
    rows.push(row);
  }
  const head: TableCell = {
    text: [
      { text: name, bold: true },
      { text: ` – ${title.toLocaleLowerCase('vi')}`, italics: true },
    ],
    colSpan: perRow,
    fontSize: 11,
  };
  return [
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 2,
        dontBreakRows: true,
        widths: Array.from({ length: perRow }, () => '*'),
        body: [[head, ...Array.from({ length: perRow - 1 }, () => ({ text: '' }))], ...rows],
      },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => GAP,
        paddingTop: () => 0.5,
        paddingBottom: () => 0.5,
      },
      fontSize: SIZE,
      margin: [0, 2, 0, 6],
    },
  ];
}

/** Sheet numbers stand six to a row, meetings three; a very long label gets the whole width and wraps. */
function columnsFor(records: readonly Evidence[]): number {
  const widest = Math.max(...records.map(({ label }) => textWidth(label, SIZE, 'normal')));
  return Math.min(8, Math.max(1, Math.floor(ND30.width / (widest + GAP + 1))));
}
