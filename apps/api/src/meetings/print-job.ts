import { createReadStream } from 'node:fs';
import { deletePlan, findPlan, insertPlan, insertPrintFiles, unfinishedPrintJobs } from '@gandan/db/meetings';
import { lockPrintRequests } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { conflict } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import type { KeptBytes } from '../files/store.ts';
import type { Deps } from '../frame/deps.ts';
import type { RunningJob } from '../jobs/jobs.ts';
import { type DrawnFile, drawPrint, formsOf, requirePrintable } from './draw.ts';
import { enterPrint } from './enter-print.ts';
import { type PlannedPrint, sheetsOf, slipsOf } from './planned-print.ts';
import { numberPackets, planPackets } from './print.ts';
import { PrintRequest } from './print-request.ts';

// A sheet that comes back while its copy is drawn makes the drawing wrong; that it happens thrice in a row does not.
const ATTEMPTS = 3;

/**
 * Starts the job that prints the packets of these meetings. Everything that can be refused is refused here, before the
 * job: closed meetings, one's own groups, names that no font can print. Asked twice, it is the same job.
 */
export async function startPrinting(deps: Pick<Deps, 'jobs'>, work: Work, asked: PrintRequest): Promise<string> {
  require(work.actor, 'sheets.print');
  const communeId = communeOf(work);
  await lockPrintRequests(work.trx, communeId);
  const ids = [...new Set(asked.meetings.map((meeting) => meeting.id))];
  const meetings = ids.map((id) => ({ id, year: asked.meetings.find((meeting) => meeting.id === id)?.year ?? 0 }));
  const request: PrintRequest = { ...asked, meetings };
  const planned = await planPackets(work, request);
  const [running] = await unfinishedPrintJobs(work.trx, communeId, ids);
  if (running !== undefined) {
    if (isSame(running.params, request)) return running.id;
    throw printingAlready();
  }
  requirePrintable(planned);
  const sheets = planned.reduce((sum, { plan }) => sum + plan.fresh.length + plan.kept.length, 0);
  const jobId = await deps.jobs.start(work, 'print-packets', request, sheets);
  const again = request.again === true || request.sheets !== undefined;
  await work.audit('meetings.print', jobId, { meetings: ids.length, sheets, again });
  return jobId;
}

/**
 * Numbers first, in a moment and for good: the plan of the print is kept with the job, so that whenever the machine
 * dies, the job that is picked up again draws the very same paper. Then the drawing, which holds nobody up. At the end
 * ledger, files and the job's end in one transaction: either all of it is there or none.
 */
export async function printPackets(deps: Pick<Deps, 'files'>, job: RunningJob): Promise<void> {
  const request = PrintRequest.parse(job.params);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await job.phase('numbering');
    const { print, forms } = await job.run(async (work) => {
      const plan = await plannedPrint(work, request, job.id);
      return { print: plan, forms: await formsOf(work, plan) };
    });
    const total = print.files.reduce((sum, file) => sum + sheetsOf(file), 0);
    await job.phase('drawing');
    const drawing = {
      id: job.id,
      signal: job.signal,
      progress: (done: number, bytes: number) => job.progress(Math.min(done, total), total, bytes),
    };
    const entered = await drawPrint(print, forms, drawing, async (drawn) => {
      await job.phase('storing');
      const kept = await keepFiles(deps, drawn);
      return job.run((work) => finishPrint(deps, work, job, print, kept));
    });
    if (entered) return;
  }
  throw sheetsMoved();
}

/** The plan that an earlier attempt made, or a new one; it is committed before anything is drawn. */
async function plannedPrint(work: Work, request: PrintRequest, jobId: string): Promise<PlannedPrint> {
  const communeId = communeOf(work);
  const known = await findPlan<PlannedPrint>(work.trx, communeId, jobId);
  if (known !== undefined) return known;
  const plan = await numberPackets(work, request);
  await insertPlan(work.trx, { communeId, jobId, madeAt: work.now, plan });
  return plan;
}

/** A drawn file whose bytes lie in the store. */
export type KeptFile = DrawnFile & { readonly kept: KeptBytes };

/** Puts drawn files into the store, before the transaction that tells of them. */
export async function keepFiles(
  { files }: Pick<Deps, 'files'>,
  drawn: readonly DrawnFile[],
): Promise<readonly KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const file of drawn) kept.push({ ...file, kept: await files.keep(createReadStream(file.path)) });
  return kept;
}

/** The last step; false when the plan no longer holds, and then the next attempt numbers anew. */
export async function finishPrint(
  { files }: Pick<Deps, 'files'>,
  work: Work,
  job: Pick<RunningJob, 'id' | 'finish'>,
  print: PlannedPrint,
  drawn: readonly KeptFile[],
): Promise<boolean> {
  const communeId = communeOf(work);
  const slips = drawn.flatMap((file) => file.slips);
  if (!(await enterPrint(work, print, slips, job.id))) {
    await deletePlan(work.trx, communeId, job.id);
    return false;
  }
  const rows: Parameters<typeof insertPrintFiles>[1][number][] = [];
  for (const [seq, { file, pages, kept }] of drawn.entries()) {
    const fileId = await files.add(work, file.name, 'application/pdf', kept);
    const meetingIds = file.packets.map(({ meeting }) => meeting.id);
    const what = { pages, sheets: sheetsOf(file), slips: slipsOf(file), meetingIds };
    rows.push({ communeId, jobId: job.id, seq, fileId, ...what });
  }
  await insertPrintFiles(work.trx, rows);
  const [only, ...others] = rows;
  const bytes = drawn.reduce((sum, { kept }) => sum + kept.size, 0);
  await job.finish(work, { bytes, ...(only !== undefined && others.length === 0 ? { fileId: only.fileId } : {}) });
  return true;
}

/** Whether two requests ask for the same print; the order of what they say does not matter. */
function isSame(stored: unknown, request: PrintRequest): boolean {
  const known = PrintRequest.safeParse(stored);
  if (!known.success) return false;
  const plain = ({ meetings, ...rest }: PrintRequest) => {
    const said = Object.entries(rest).filter(([, value]) => value !== undefined && value !== false);
    return JSON.stringify([meetings.map((meeting) => meeting.id).sort(), said.sort()]);
  };
  return plain(known.data) === plain(request);
}

const printingAlready = () =>
  conflict('meeting.being-printed', {
    vi: 'Một trong các kỳ họp này đang được in trong việc khác. Hãy chờ việc đó xong.',
    en: 'One of these meetings is being printed by another job. Wait until that is done.',
  });

const sheetsMoved = () =>
  conflict('print.sheets-moved', {
    vi: 'Trong lúc in, phiếu của các kỳ họp này được thu hoặc in ở nơi khác nên chưa in được. Hãy in lại.',
    en: 'While printing, sheets of these meetings were returned or printed elsewhere. Print again.',
  });
