import { readFile } from 'node:fs/promises';
import { findImportFile, insertImportFile, markApplied, updateImportMapping } from '@gandan/db/households';
import type { Work } from '@gandan/db/work';
import { conflict, found, type Sentence } from '@gandan/domain/errors';
import {
  type ColumnMapping,
  columnLetter,
  guessMapping,
  type ImportOptions,
  type ImportPlan,
  type ImportTable,
  requireMapping,
} from '@gandan/domain/households';
import { communeOf, require } from '@gandan/domain/policy';
import { normaliseText } from '@gandan/domain/text';
import type { Deps } from '../../frame/deps.ts';
import type { RunningJob } from '../../jobs/jobs.ts';
import { applyList, planFor } from './apply-plan.ts';
import { parseList } from './parse.ts';
import type { TableMemory } from './table-memory.ts';

const IMPORT = { vi: 'lần nhập danh sách này', en: 'such import' };
/** Errors and rows that a page shows; the file of errors holds all. */
const ERRORS_SHOWN = 200;
const ROWS_SHOWN = 10;
const CELLS_SHOWN = 3;

/** A list as uploaded: its columns with a few cells each, and which of them the program thinks holds what. */
export interface UploadedList {
  readonly id: string;
  readonly fileName: string;
  readonly columns: readonly { readonly index: number; readonly header: string; readonly sample: readonly string[] }[];
  readonly mapping: ColumnMapping;
  readonly rowCount: number;
}

/** Keeps an uploaded list and proposes its columns. Read before the transaction, so that none waits for a large file. */
export async function uploadList(
  work: Work,
  files: Deps['files'],
  upload: { readonly name: string; readonly bytes: Uint8Array; readonly table: ImportTable },
): Promise<UploadedList> {
  require(work.actor, 'households.import', { communeId: work.actor.communeId });
  const { name, bytes, table } = upload;
  const columns = columnsOf(table);
  const mapping = guessMapping(columns.map((column) => column.header));
  const rowCount = dataRows(table).length;
  const id = work.newId();
  const fileId = await files.put(work, name, 'application/octet-stream', bytes);
  await insertImportFile(work.trx, {
    communeId: communeOf(work),
    id,
    fileId,
    mapping: { columns: mapping, createMissing: false, acceptLookalikes: false } satisfies ImportOptions,
    summary: { rows: rowCount },
    createdBy: work.actor.userId,
  });
  await work.audit('households.upload', id, { rows: rowCount });
  return { id, fileName: name, columns, mapping, rowCount };
}

/** What the list would do with these columns: counts, the first rows, what is wrong where. Nothing is stored. */
export async function checkList(work: Work, id: string, table: ImportTable, options: ImportOptions) {
  const plan = await planFor(work, table, options);
  await updateImportMapping(work.trx, communeOf(work), id, options);
  return preview(plan);
}

/** Starts the job that writes the list. What can be refused without comparing all rows is refused now. */
export async function startImport(
  work: Work,
  jobs: Deps['jobs'],
  id: string,
  table: ImportTable,
  options: ImportOptions,
): Promise<{ jobId: string }> {
  const row = await findImport(work, id);
  if (row.state !== 'uploaded') throw alreadyApplied();
  requireMapping(options.columns, table.rows[table.headerIndex] ?? []);
  await updateImportMapping(work.trx, communeOf(work), id, options);
  return { jobId: await jobs.start(work, 'import-households', { importId: id, options }, dataRows(table).length) };
}

/** The job: all rows in one transaction, done at most once however often it is started. */
export async function runImport(files: Deps['files'], tables: TableMemory, job: RunningJob): Promise<void> {
  const { importId, options } = job.params as { importId: string; options: ImportOptions };
  const table = await readImport(files, tables, job.run, importId);
  await job.run(async (work) => {
    if (!(await markApplied(work.trx, communeOf(work), importId))) {
      return job.finish(work, { message: alreadyApplied().sentence });
    }
    const plan = await applyList(work, importId, table, options, job);
    await job.finish(work, { message: told(plan) });
  });
}

/** Reads the stored file of an import again, outside of any transaction; `tables` remembers those of a moment ago. */
export async function readImport(
  files: Deps['files'],
  tables: TableMemory,
  run: <T>(task: (work: Work) => Promise<T>) => Promise<T>,
  id: string,
): Promise<ImportTable> {
  const { sha256 } = await run((work) => findImport(work, id));
  return tables.get(sha256, async () => parseList(await readFile(files.pathOf({ sha256 }))));
}

/** The columns and options that were chosen last. */
export async function savedOptions(work: Work, id: string): Promise<ImportOptions> {
  return (await findImport(work, id)).mapping as ImportOptions;
}

async function findImport(work: Work, id: string) {
  require(work.actor, 'households.import', { communeId: work.actor.communeId });
  return found(await findImportFile(work.trx, communeOf(work), id), IMPORT);
}

/** What was done, in a sentence for the list of jobs and the command line. */
export function told(plan: ImportPlan): Sentence {
  const { created, updated, unchanged, groups } = plan;
  const also = {
    vi: groups.length > 0 ? `, tạo ${groups.length} tổ` : '',
    en: groups.length > 0 ? `, ${groups.length} groups made` : '',
  };
  return {
    vi: `Đã nhập ${created.length} hộ mới, sửa ${updated.length} hộ, giữ nguyên ${unchanged} hộ${also.vi}.`,
    en: `${created.length} households added, ${updated.length} corrected, ${unchanged} unchanged${also.en}.`,
  };
}

function preview(plan: ImportPlan) {
  const wrong = new Set(plan.errors.map((error) => error.row)).size;
  const groups = new Map(plan.groups.map((group) => [group.id, group.name]));
  return {
    rows: plan.rows,
    ok: plan.rows - wrong,
    created: plan.created.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged,
    duplicates: plan.duplicates,
    errorCount: plan.errors.length,
    errors: plan.errors.slice(0, ERRORS_SHOWN),
    newHamlets: plan.hamlets.map(({ code, name }) => ({ code, name })),
    newGroups: plan.groups.map(({ code, name }) => ({ code, name })),
    sample: plan.created.slice(0, ROWS_SHOWN).map(({ row, code, headName, address, groupId }) => ({
      ...{ row, code, headName, address, groupId },
      newGroup: groups.get(groupId),
    })),
  };
}

function columnsOf(table: ImportTable): UploadedList['columns'] {
  const below = dataRows(table);
  const headers = table.rows[table.headerIndex] ?? [];
  const width = below.reduce((most, cells) => Math.max(most, cells.length), headers.length);
  return Array.from({ length: width }, (_, index) => ({
    index,
    header: normaliseText(headers[index] ?? '') || columnLetter(index),
    sample: below
      .map((cells) => normaliseText(cells[index] ?? ''))
      .filter((text) => text !== '')
      .slice(0, CELLS_SHOWN)
      .map((text) => text.slice(0, 60)),
  }));
}

function dataRows(table: ImportTable): (readonly string[])[] {
  return table.rows.slice(table.headerIndex + 1).filter((cells) => cells.some((cell) => normaliseText(cell) !== ''));
}

const alreadyApplied = () =>
  conflict('import.applied', {
    vi: 'Danh sách này đã được nhập rồi. Nếu có danh sách mới, hãy tải tệp mới lên.',
    en: 'This list has been imported already. For a new list, upload its file.',
  });
