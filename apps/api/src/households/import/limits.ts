/**
 * What an uploaded list may be. A commune has some 2,400 households (0.2 MB); the largest province list that an office
 * cuts its own from has 370,000 rows, and is refused with advice.
 */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 100;
/** Longer than any field may be, so that what is cut off here is refused there. */
export const MAX_CELL = 1000;
export const MAX_ZIP_ENTRIES = 500;
/** 50,000 rows of 20 columns unpack to some 60 MB of XML. */
export const MAX_UNPACKED_BYTES = 150 * 1024 * 1024;
export const MAX_SHEETS = 5;
/** 50,000 rows take about 2 s on an old machine. */
export const MAX_PARSE_MS = 30_000;
export const MAX_HEAP_MB = 512;

/** How much of a file is read, and what is refused. */
export interface TableLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters of a cell; what is longer is cut here and refused by its field. */
  readonly cell: number;
  readonly sheets: number;
  /** Hidden sheets too, by their names: forms keep their options there. */
  readonly hidden: boolean;
}

export const LIST_LIMITS: TableLimits = {
  rows: MAX_ROWS,
  columns: MAX_COLUMNS,
  cell: MAX_CELL,
  sheets: MAX_SHEETS,
  hidden: false,
};
