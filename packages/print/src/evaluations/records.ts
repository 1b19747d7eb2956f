import { type Evidence, formatNumber, type Indicator } from '@gandan/domain/evaluations';
import type { Content } from 'pdfmake/interfaces.js';
import { textWidth } from '../pdf/index.ts';
import { ND30 } from '../profiles/index.ts';

const SIZE = 10;
const GAP = 8;

/** The records behind one indicator: those that count and those that do not, in as many columns as their labels allow. */
export function recordList(indicator: Indicator, texts: (section: 'counted' | 'notCounted') => string): Content[] {
  const { title, numerator, denominator, value, evidence } = indicator;
  if (evidence.length === 0) return [];
  const [counted, others] = [evidence.filter((record) => record.counted), evidence.filter((record) => !record.counted)];
  const perRow = columnsFor(evidence);
  return [
    {
      text: `${title.vi}: ${numerator}/${denominator} = ${formatNumber(value)} %`,
      bold: true,
      fontSize: 12,
      headlineLevel: 1,
      margin: [0, 6, 0, 2],
    },
    ...listOf(`${texts('counted')} (${counted.length})`, counted, perRow),
    ...listOf(`${texts('notCounted')} (${others.length})`, others, perRow),
  ];
}

function listOf(title: string, records: readonly Evidence[], perRow: number): Content[] {
  if (records.length === 0) return [];
  const rows: Content[][] = [];
  for (let at = 0; at < records.length; at += perRow) {
    const row = records.slice(at, at + perRow).map(({ label }): Content => ({ text: label }));
    while (row.length < perRow) row.push({ text: '' });
    rows.push(row);
  }
  return [
    { text: title, italics: true, fontSize: SIZE, headlineLevel: 1, margin: [0, 2, 0, 1] },
    {
      table: { widths: Array.from({ length: perRow }, () => '*'), body: rows, dontBreakRows: true },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => GAP,
        paddingTop: () => 0.5,
        paddingBottom: () => 0.5,
      },
      fontSize: SIZE,
      margin: [0, 0, 0, 4],
    },
  ];
}

/** Sheet numbers stand six to a row, meetings three; a very long label gets the whole width and wraps. */
function columnsFor(records: readonly Evidence[]): number {
  const widest = Math.max(...records.map(({ label }) => textWidth(label, SIZE, 'normal')));
  return Math.min(8, Math.max(1, Math.floor(ND30.width / (widest + GAP + 1))));
}
