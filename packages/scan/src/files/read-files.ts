import type { LayoutMap } from '@gandan/domain/questionnaires';
import type { PageReading } from '../reading/index.ts';
import { pagesOf } from './pages.ts';
import { ReaderPool } from './reader-pool.ts';

/** A page of a file with what it says. */
export interface FilePage {
  readonly path: string;
  /** From 1; 0 for a file that could not be opened at all. */
  readonly page: number;
  readonly reading: PageReading;
}

/** Pages read ahead of the one that is handed out, so that all threads are busy and memory stays flat. */
const AHEAD = 4;

/** Reads files page by page in two threads and gives the pages in order. */
export async function* readFiles(
  paths: readonly string[],
  layouts: readonly LayoutMap[],
  workers = 2,
): AsyncGenerator<FilePage> {
  const pool = new ReaderPool(layouts, workers);
  const reading: Promise<FilePage>[] = [];
  try {
    for (const path of paths) {
      for await (const { page, content } of pagesOf(path)) {
        reading.push(pool.read(content).then((result) => ({ path, page, reading: result })));
        const first = reading.length > AHEAD ? reading.shift() : undefined;
        if (first !== undefined) yield await first;
      }
    }
    for (let next = reading.shift(); next !== undefined; next = reading.shift()) yield await next;
  } finally {
    await Promise.allSettled(reading);
    await pool.close();
  }
}
