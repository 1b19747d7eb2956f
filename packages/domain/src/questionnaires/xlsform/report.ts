import type { Sentence } from '../../errors/index.ts';

/** `error`: something of the form is left out because it is wrong; `warning`: paper does it otherwise; `info`: told only. */
export type ReportLevel = 'error' | 'warning' | 'info';

/** What became of one construct of an XLSForm: where it stands, what it is, what happens on paper and what to do. */
export interface ReportRow {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1; null when it is about the whole sheet. */
  readonly row: number | null;
  /** Header of the column as written; null when it is about the whole row. */
  readonly column: string | null;
  /** The construct, as XLSForm calls it: `geopoint`, `choice_filter`. */
  readonly construct: string;
  readonly sentence: Sentence;
  readonly level: ReportLevel;
}

/** A place in a sheet. */
export interface Place {
  readonly sheet: string;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
}

/** A sheet of 1,500 rows and 1,000 columns could say something of every cell. */
const MOST_KEPT = 10_000;

/** Collects the rows of a report. */
export class Report {
  readonly rows: ReportRow[] = [];
  /** How many more there were than are kept. */
  more = 0;

  add(level: ReportLevel, place: Place, construct: string, vi: string, en: string): void {
    if (this.rows.length >= MOST_KEPT) {
      this.more += 1;
      return;
    }
    const { sheet, row = null, column = null } = place;
    this.rows.push({ sheet, row, column, construct, sentence: { vi, en }, level });
  }

  error(place: Place, construct: string, vi: string, en: string): void {
    this.add('error', place, construct, vi, en);
  }
  warning(place: Place, construct: string, vi: string, en: string): void {
    this.add('warning', place, construct, vi, en);
  }
  info(place: Place, construct: string, vi: string, en: string): void {
    this.add('info', place, construct, vi, en);
  }
}

/** At most so many characters of what a form says are repeated in a sentence. */
export function quoted(text: string, longest = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}
