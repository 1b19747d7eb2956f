import { setImmediate } from 'node:timers/promises';
import { DomainError, type Sentence } from '@gandan/domain/errors';
import { type DocumentFacts, type Sink, StampWriter, writeToFile } from '../stamp/index.ts';
import { Leaves } from './leaves.ts';
import { Problems } from './problems.ts';
import { SheetStamper } from './sheet-stamper.ts';
import type { StoredForm } from './stored-form.ts';

/** One sheet: what its code says, and its own texts by slot name (the part of a slot's id before its dot). */
export interface SheetRow {
  /** `PL-000412-7K`, a slip's token, or another paper's code; stands in the QR codes without its dashes. */
  readonly number: string;
  /** Of several wordings the first that fits is printed. Slots that are left out are empty, but for number and edition. */
  readonly texts: Readonly<Record<string, string | readonly string[]>>;
}

export interface SheetOptions<Row extends SheetRow = SheetRow> {
  /** Stands in the file; the same rows, form and date give the same bytes. */
  readonly createdAt: Date;
  readonly title: string;
  /** The office that prints. */
  readonly author?: string;
  /** Of the document; Vietnamese when left out. */
  readonly language?: string;
  /** Where the row belongs, from the largest to the smallest (hamlet, group): a bookmark to the first sheet of each. */
  readonly belongsTo?: (row: Row) => readonly string[];
  /** Whose sheet it is and where the row stands, for the sentence when it cannot be printed: `Dòng 3, hộ TP-12-003`. */
  readonly owner?: (row: Row) => Sentence;
  /** Told every few hundred sheets, and at the end. */
  readonly onProgress?: (progress: { readonly sheets: number; readonly bytes: number }) => void;
  /** Told for each sheet, in the order of printing: on which pages it stands, from 1. */
  readonly onSheet?: (row: Row, pages: readonly [number, number]) => void;
  /** Aborting rejects with the signal's reason and leaves no file. */
  readonly signal?: AbortSignal;
}

export interface WrittenSheets {
  readonly sheets: number;
  readonly pages: number;
  readonly bytes: number;
}

/** So often the loop tells its progress, and hears that it is to stop. */
const ROUND = 256;

/**
 * Writes one sheet a row on a compiled form as a PDF in print order: each sheet starts on a front side, and two A5 slips
 * stand beside each other on an A4. Rows are read once, one after the other, and nothing of them is kept, so memory does
 * not grow with their number. `target` is a path, where the file appears only when it is complete, or a sink.
 *
 * Texts that cannot be printed or do not fit end in one `DomainError` with a place for each, and leave no file.
 *
 * @example
 * await writeSheets('ap-3.pdf', form, rows, { createdAt, title: 'Phiếu hộ ấp 3', belongsTo: (row) => [row.texts.group] })
 */
export function writeSheets<Row extends SheetRow>(
  target: string | Sink,
  form: StoredForm,
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: SheetOptions<Row>,
): Promise<WrittenSheets> {
  const write = (sink: Sink) => writeTo(sink, form, rows, options);
  return typeof target === 'string' ? writeToFile(target, write) : write(target);
}

async function writeTo<Row extends SheetRow>(
  sink: Sink,
  form: StoredForm,
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: SheetOptions<Row>,
): Promise<WrittenSheets> {
  const { createdAt, title, author, language, signal, onProgress } = options;
  const facts = {
    createdAt,
    title,
    ...(author === undefined ? {} : { author }),
    ...(language === undefined ? {} : { language }),
  };
  const writer = await openWriter(sink, facts, form);
  const problems = new Problems('sheets.not-printable');
  const stamper = new SheetStamper(form.layout, writer.fonts, problems);
  const leaves = new Leaves<Row>(writer, form.layout, options);
  let sheets = 0;
  const take = (row: Row): boolean => {
    const sides = stamper.sides(row, options.owner);
    sheets += 1;
    // Once something cannot be printed, the rest is only looked through for more of it.
    if (!problems.any) leaves.add(row, sides);
    return sheets % ROUND === 0;
  };
  const pause = async () => {
    signal?.throwIfAborted();
    onProgress?.({ sheets, bytes: writer.size });
    await setImmediate();
  };
  signal?.throwIfAborted();
  if (Symbol.iterator in rows) {
    for (const row of rows) if (take(row)) await pause();
  } else {
    for await (const row of rows) if (take(row)) await pause();
  }
  problems.refuse();
  leaves.end();
  signal?.throwIfAborted();
  const bytes = writer.finish();
  onProgress?.({ sheets, bytes });
  return { sheets, pages: writer.pages, bytes };
}

/** A template that is damaged or of another form would only show on paper. */
async function openWriter(sink: Sink, facts: DocumentFacts, { templatePdf, layout }: StoredForm): Promise<StampWriter> {
  const writer = await StampWriter.open(sink, facts, [templatePdf]).catch(() => null);
  if (writer?.templates === layout.pages.length) return writer;
  throw new DomainError('invalid', 'sheets.template', {
    vi: 'Tệp mẫu in không đọc được hoặc không đúng số trang của bản đồ ô. Hãy dàn lại biểu mẫu rồi in.',
    en: 'The template cannot be read, or has not the pages of its layout map. Compile the form again, then print.',
  });
}
