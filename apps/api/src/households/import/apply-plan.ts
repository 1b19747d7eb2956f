import {
  type HouseholdRow,
  insertHouseholds,
  insertMoves,
  knownGroups,
  knownHamlets,
  knownHouseholds,
  lockImports,
  updateHouseholds,
} from '@gandan/db/households';
import { insertGroups, insertHamlets } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { conflict, DomainError, stale } from '@gandan/domain/errors';
import {
  householdKeys,
  type ImportOptions,
  type ImportPlan,
  type ImportTable,
  type PlannedHousehold,
  planImport,
} from '@gandan/domain/households';
import { communeOf, require } from '@gandan/domain/policy';
import { recordsBegin } from '@gandan/domain/units';

/** Rows a statement: large enough to be quick, small enough for progress to move. */
const CHUNK = 400;

/** How the writing of a plan is watched and stopped. */
export interface Watcher {
  progress(done: number, total: number): Promise<void>;
  readonly cancelled: boolean;
}

/** What importing the list would do, compared with what the office has now. */
export async function planFor(work: Work, table: ImportTable, options: ImportOptions): Promise<ImportPlan> {
  require(work.actor, 'households.import', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  return planImport(table, options, {
    households: await knownHouseholds(work.trx, communeId),
    groups: await knownGroups(work.trx, communeId, work.today),
    hamlets: await knownHamlets(work.trx, communeId, work.today),
    newId: () => work.newId(),
  });
}

/**
 * Plans and writes a list in the transaction of `work`: all of it or, with any error, nothing. Imports of one commune
 * wait for each other, so that what was compared still holds when it is written.
 * @throws DomainError `import.errors` whose places are the rows that are wrong
 */
export async function applyList(
  work: Work,
  importId: string,
  table: ImportTable,
  options: ImportOptions,
  watcher?: Watcher,
): Promise<ImportPlan> {
  await lockImports(work.trx, communeOf(work));
  const plan = await planFor(work, table, options);
  if (plan.errors.length > 0) throw planRefused(plan);
  await write(work, plan, watcher);
  await work.audit('households.import', importId, {
    created: plan.created.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged,
    groups: plan.groups.length,
    hamlets: plan.hamlets.length,
  });
  return plan;
}

/** The refusal of a plan with errors: nothing is stored; the first hundred rows are named. */
export function planRefused(plan: ImportPlan): DomainError {
  const rows = new Set(plan.errors.map((error) => error.row)).size;
  const first = plan.errors[0];
  const sentence = {
    vi: `${rows} dòng có lỗi nên chưa hộ nào được lưu. Dòng ${first?.row}, cột “${first?.column}”: ${first?.sentence.vi}`,
    en: `${rows} rows have errors, so no household was stored. Row ${first?.row}, column “${first?.column}”: ${first?.sentence.en}`,
  };
  return new DomainError('invalid', 'import.errors', sentence, plan.errors.slice(0, 100));
}

async function write(work: Work, plan: ImportPlan, watcher: Watcher | undefined): Promise<void> {
  const communeId = communeOf(work);
  const validFrom = recordsBegin(work.today);
  await insertHamlets(
    work.trx,
    plan.hamlets.map((hamlet) => ({ communeId, ...hamlet, validFrom })),
  );
  await insertGroups(
    work.trx,
    plan.groups.map((group) => ({ communeId, ...group, validFrom })),
  );
  let done = 0;
  const step = async (count: number) => {
    done += count;
    await watcher?.progress(done, plan.rows);
    if (watcher?.cancelled === true) throw cancelled();
  };
  if (plan.unchanged > 0) await step(plan.unchanged);
  for (const rows of chunks(plan.created)) {
    await insertHouseholds(work.trx, communeId, validFrom, rows.map(withKeys));
    await step(rows.length);
  }
  for (const rows of chunks(plan.updated)) {
    const changed = await updateHouseholds(
      work.trx,
      communeId,
      rows.map((row) => ({ ...withKeys(row), version: row.version })),
    );
    // Somebody corrected one of them since the plan was made: nothing of it is written over.
    if (changed !== rows.length) throw stale();
    const moves = rows.flatMap(({ id, groupId, fromGroupId }) =>
      fromGroupId === null ? [] : [{ id, groupId, fromGroupId }],
    );
    if (moves.length > 0) await insertMoves(work.trx, communeId, work.today, moves);
    await step(rows.length);
  }
}

function withKeys(row: PlannedHousehold): HouseholdRow {
  const { id, code, groupId, headName, address } = row;
  return { id, code, groupId, headName, address, ...householdKeys(row) };
}

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, n) => rows.slice(n * CHUNK, (n + 1) * CHUNK));
}

const cancelled = () =>
  conflict('job.cancelled', {
    vi: 'Việc nhập đã bị hủy. Chưa hộ nào được lưu.',
    en: 'The import was cancelled. No household was stored.',
  });
