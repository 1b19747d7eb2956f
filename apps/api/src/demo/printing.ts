import { changeJob, insertJob } from '@gandan/db/jobs';
import { listOpenMeetings } from '@gandan/db/meetings';
import type { Work } from '@gandan/db/work';
import { yearOf } from '@gandan/domain/calendar';
import type { Deps } from '../frame/deps.ts';
import { drawPrint, formsOf } from '../meetings/draw.ts';
import { sheetsOf } from '../meetings/planned-print.ts';
import { numberPackets } from '../meetings/print.ts';
import { publishedForm } from '../meetings/print-forms.ts';
import { finishPrint, keepFiles } from '../meetings/print-job.ts';
import type { PrintRequest } from '../meetings/print-request.ts';

/** One print that is done: the papers of the next meeting, so that there is a file to look at before anybody prints. */
export async function insertPrint(deps: Pick<Deps, 'files'>, work: Work): Promise<void> {
  const communeId = work.actor.communeId;
  const meetings = communeId === null ? [] : await listOpenMeetings(work.trx, communeId, yearOf(work.today));
  const next = meetings.find((meeting) => meeting.state === 'planned');
  if (communeId === null || next === undefined) return;
  const slips = (await publishedForm(work, 'feedback')) !== undefined;
  const request: PrintRequest = { meetings: [{ year: next.year, id: next.id }], papers: { slips } };
  const print = await numberPackets(work, request);
  const id = work.newId();
  const total = print.files.reduce((sum, file) => sum + sheetsOf(file), 0);
  const when = { createdAt: work.now, startedAt: work.now, createdBy: work.actor.userId };
  await insertJob(work.trx, {
    communeId,
    id,
    kind: 'print-packets',
    state: 'running',
    params: request,
    total,
    ...when,
  });
  await drawPrint(print, await formsOf(work, print), {}, async (drawn) => {
    const finish = async (_: Work, result: { fileId?: string; bytes?: number } = {}) => {
      await changeJob(work.trx, id, ['running'], { state: 'done', finishedAt: work.now, ...result });
    };
    await finishPrint(deps, work, { id, finish }, print, await keepFiles(deps, drawn));
  });
}
