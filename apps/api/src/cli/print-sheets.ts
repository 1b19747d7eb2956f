import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { parsePlainDate } from '@gandan/domain/calendar';
import { DomainError, invalidField, type Sentence } from '@gandan/domain/errors';
import { type WrittenSheets, writeSheets } from '@gandan/print/sheets';
import { readCompiled } from './sheets/compiled-folder.ts';
import { type CsvSheet, csvSheets, REQUIRED, subjectOf } from './sheets/csv-sheets.ts';
import { openHouseholdsCsv } from './sheets/households-csv.ts';
import type { Run, VerbInput } from './verb.ts';

/** With more sheets than that, their numbers are told only when asked for: the answer would be larger than memory likes. */
const TOLD = 10_000;

interface ToldNumber {
  readonly number: string;
  readonly code: string;
  readonly pages: readonly [number, number];
}

/**
 * `gandan print sheets --compiled DIR --households FILE.csv --out FILE.pdf`: a sheet for every household of a file on a
 * compiled form, without any database. The file is read once, row by row, so a whole province takes no more memory than a
 * hamlet. Slips of an anonymous form get random tokens, which are told to nobody.
 */
export const run: Run = async ({ values, path }) => {
  // Short-lived rows would let V8's heap grow to twice its size before it cleans up (282 against 144 MB at 240,000 sheets).
  setFlagsFromString('--optimize-for-size');
  const compiled = path(given(values, 'compiled', 'thư mục mẫu đã dàn, ví dụ mau-ho'));
  const source = path(given(values, 'households', 'tệp CSV các hộ, ví dụ ho.csv'));
  const out = path(given(values, 'out', 'tệp PDF sẽ ghi, ví dụ phieu.pdf'));
  const numbering = { prefix: prefixOf(values.prefix), first: firstOf(values.first) };
  const heldOn = typeof values.date === 'string' ? parsePlainDate(values.date) : null;
  await requirePlace(out, source);
  const form = await readCompiled(compiled);
  const subject = subjectOf(form.layout);
  const csv = await openHouseholdsCsv(source, REQUIRED[subject]);
  const numbers: ToldNumber[] = [];
  const written = await stoppable(out, (signal) =>
    writeSheets(out, form, csvSheets(csv.rows, { subject, ...numbering, heldOn }), {
      createdAt: new Date(),
      title: `Phiếu ${form.layout.questionnaire.code}, mẫu ${form.layout.layoutId}`,
      signal,
      belongsTo: (sheet) => sheet.belongsTo,
      owner,
      onSheet: ({ number, code }, pages) => {
        if (subject === 'household' && (values.numbers === true || numbers.length <= TOLD)) {
          numbers.push({ number, code, pages });
        }
      },
    }),
  );
  const told = subject === 'household' && (values.numbers === true || written.sheets <= TOLD);
  return {
    sentence: sentenceOf(written, out, csv.ignored),
    data: { file: out, ...written, ...(told ? { numbers } : {}), ignoredColumns: csv.ignored },
  };
};

function sentenceOf({ sheets, pages }: WrittenSheets, out: string, ignored: readonly string[]): Sentence {
  const columns = ignored.join(', ');
  return {
    vi:
      `Đã in ${sheets} phiếu (${pages} trang) vào ${out}. In cỡ thật 100 %, hai mặt, lật cạnh dài.` +
      (columns === '' ? '' : ` Không dùng đến cột: ${columns}.`),
    en:
      `Printed ${sheets} sheets (${pages} pages) to ${out}. Print at actual size, 100 %, both sides, flip on the long edge.` +
      (columns === '' ? '' : ` Columns not used: ${columns}.`),
  };
}

const owner = ({ line, code, headName }: CsvSheet): Sentence =>
  code === ''
    ? { vi: `Dòng ${line}`, en: `Line ${line}` }
    : { vi: `Dòng ${line}, hộ ${code} (${headName})`, en: `Line ${line}, household ${code} (${headName})` };

/** Ctrl-C leaves no half file; a folder that cannot be written is a sentence. */
async function stoppable<T>(out: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const abort = () => stop.abort(stopped());
  process.once('SIGINT', abort).once('SIGTERM', abort);
  try {
    return await task(stop.signal);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) throw cannotWrite(out, String(error.code));
    throw error;
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
  }
}

/** Looked at before the rows are: nobody wants to hear it after ten minutes. */
async function requirePlace(out: string, source: string): Promise<void> {
  if (out === source) throw cannotWrite(out, 'CSV');
  const [there, folder] = await Promise.all([out, dirname(out)].map((place) => stat(place).catch(() => undefined)));
  if (there?.isDirectory() === true) throw cannotWrite(out, 'EISDIR');
  if (folder?.isDirectory() !== true) throw cannotWrite(out, 'ENOENT');
}

function given(values: VerbInput['values'], option: string, what: string): string {
  const value = values[option];
  if (typeof value === 'string' && value !== '') return value;
  throw invalidField(option, 'cli.missing', {
    vi: `Hãy nêu --${option}: ${what}.`,
    en: `Give --${option}.`,
  });
}

function prefixOf(value: string | boolean | undefined): string {
  const prefix = typeof value === 'string' ? value.toUpperCase() : 'GD';
  if (/^[A-Z]{2,3}$/.test(prefix)) return prefix;
  throw invalidField('prefix', 'cli.prefix', {
    vi: `Chữ đầu số phiếu “${String(value)}” phải là hai hoặc ba chữ cái không dấu, ví dụ PL.`,
    en: `The prefix “${String(value)}” must be two or three plain letters, such as PL.`,
  });
}

/** The QR code has room for eight digits. */
const LAST_SERIAL = 99_999_999;

function firstOf(value: string | boolean | undefined): number {
  if (value === undefined) return 1;
  const first = Number(value);
  if (Number.isSafeInteger(first) && first >= 1 && first <= LAST_SERIAL) return first;
  throw invalidField('first', 'cli.first', {
    vi: `Số thứ tự đầu “${String(value)}” phải là số nguyên từ 1 trở lên.`,
    en: `The first serial “${String(value)}” must be a whole number from 1.`,
  });
}

const cannotWrite = (out: string, reason: string) =>
  new DomainError('invalid', 'cli.out', {
    vi: `Không ghi được tệp ${out} (${reason}). Hãy chọn thư mục có sẵn và được phép ghi.`,
    en: `The file ${out} cannot be written (${reason}). Choose a folder that exists and may be written to.`,
  });

const stopped = () =>
  new DomainError('conflict', 'cli.stopped', {
    vi: 'Đã dừng trước khi in xong; không có tệp nào được ghi.',
    en: 'Stopped before it was done; no file was written.',
  });
