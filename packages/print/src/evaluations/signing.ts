import type { PlainDate } from '@gandan/domain/calendar';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import { dateLine } from './head.ts';

/** Who signs, in which quality, and since when; null: nobody yet. */
export interface Signing {
  readonly quality: string;
  readonly note: string;
  readonly place: string;
  readonly name: string | null;
  readonly on: PlainDate | null;
}

/**
 * Signers side by side, each with his own date line as on Mẫu số 02. A table, so that the notes and the names stand on
 * one line also where one quality takes two lines.
 */
export function signingTable(signers: readonly Signing[]): Content {
  const row = (cell: (signer: Signing) => TableCell): TableCell[] => signers.map(cell);
  return {
    table: {
      widths: signers.map(() => '*'),
      body: [
        row(({ place, on }) => ({ text: dateLine(place, on), italics: true })),
        row(({ quality }) => ({ text: quality.toLocaleUpperCase('vi'), bold: true })),
        row(({ note }) => ({ text: note, italics: true, fontSize: 12 })),
        row(({ name }) => ({ text: name ?? ' ', bold: true, margin: [0, mm(22), 0, 0] })),
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 2,
      paddingRight: () => 2,
      paddingTop: () => 0,
      paddingBottom: () => 1,
    },
    alignment: 'center',
    fontSize: 13,
    margin: [0, 10, 0, 0],
  };
}
