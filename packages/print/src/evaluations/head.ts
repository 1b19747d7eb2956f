import type { PlainDate } from '@gandan/domain/calendar';
import type { Content } from 'pdfmake/interfaces.js';
import { placeAndBlankDate, placeAndDate } from '../profiles/index.ts';

/** `Mẫu số 01`, in the right corner above everything else: inside the top margin, so that the long table gains a line. */
export function formNumber(text: string): Content {
  return { text, fontSize: 12, bold: true, alignment: 'right', margin: [0, -16, 0, 4] };
}

/** Name of the form and, below it, its period. */
export function formTitle(title: string, below: string): Content {
  return {
    stack: [
      { text: title.toLocaleUpperCase('vi'), fontSize: 14, bold: true, alignment: 'center' },
      { text: below, fontSize: 13, italics: true, alignment: 'center' },
    ],
    margin: [0, 2, 0, 8],
  };
}

/** Place and day of a signature, or dots where nobody has signed yet. */
export function dateLine(place: string, on: PlainDate | null): string {
  return on === null ? placeAndBlankDate(place) : placeAndDate(place, on);
}
