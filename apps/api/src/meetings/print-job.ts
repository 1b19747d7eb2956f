import { createReadStream } from 'node:fs';
import { unfinishedPrintJobs } from '@gandan/db/meetings';
import { lockPrintRequests } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { formatDate, type PlainDate } from '@gandan/domain/calendar';
import { conflict } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import { z } from 'zod';
import type { Deps } from '../frame/deps.ts';
import type { RunningJob } from '../jobs/jobs.ts';
import { drawPackets, requirePrintable } from './draw.ts';
import { enterPackets, type Packet, type PrintRequest, planPackets } from './print.ts';

const Params = z.object({
  meetings: z.array(z.object({ year: z.number(), id: z.string() })),
  again: z.boolean(),
});

/**
 * Starts the job that prints the packets of these meetings as one PDF. Everything that can be refused is refused here,
 * before the job: closed meetings, one's own groups, names that no font can print. Asked twice, it is the same job.
 */
export async function startPrinting(deps: Pick<Deps, 'jobs'>, work: Work, request: PrintRequest): Promise<string> {
  require(work.actor, 'sheets.print');
  const communeId = communeOf(work);
  await lockPrintRequests(work.trx, communeId);
  const ids = [...new Set(request.meetings.map((meeting) => meeting.id))];
  const meetings = ids.map((id) => ({ id, year: request.meetings.find((meeting) => meeting.id === id)?.year ?? 0 }));
  const again = request.again === true;
  const planned = await planPackets(work, { meetings, again });
  const [running] = await unfinishedPrintJobs(work.trx, communeId, ids);
  if (running !== undefined) {
    if (running.meetingIds.length === ids.length && ids.every((id) => running.meetingIds.includes(id)))
      return running.id;
    throw printingAlready();
  }
  requirePrintable(planned);
  const sheets = planned.reduce((sum, { plan }) => sum + plan.fresh.length + plan.kept.length, 0);
  const jobId = await deps.jobs.start(work, 'print-packets', { meetings, again }, sheets);
  await work.audit('meetings.print', jobId, { meetings: ids.length, sheets, again });
  return jobId;
}

/**
 * Numbers, ledger, PDF, file and the job's end are one transaction: whenever the machine dies, either all of it is there
 * or none, and the job that is picked up again prints the very same paper.
 */
export async function printPackets(deps: Pick<Deps, 'files'>, job: RunningJob): Promise<void> {
  const request = Params.parse(job.params);
  await job.run(async (work) => {
    const packets = await enterPackets(work, request, job.id);
    const drawing = { signal: job.signal, progress: (done: number) => job.progress(done) };
    const fileId = await drawPackets(packets, drawing, (path) =>
      deps.files.put(work, packetFileName(packets, work.today), 'application/pdf', createReadStream(path)),
    );
    await job.finish(work, { fileId });
  });
}

/** `Phiếu Tổ số 1 12-11-2026.pdf`, or `Phiếu 94 kỳ họp 10-11-2026.pdf`. */
function packetFileName(packets: readonly Packet[], today: PlainDate): string {
  const [first] = packets;
  const day = (date: PlainDate) => formatDate(date).replaceAll('/', '-');
  if (packets.length > 1 || first === undefined) return `Phiếu ${packets.length} kỳ họp ${day(today)}.pdf`;
  return `Phiếu ${first.view.group.name} ${day(first.view.meeting.heldOn)}.pdf`;
}

const printingAlready = () =>
  conflict('meeting.being-printed', {
    vi: 'Một trong các kỳ họp này đang được in trong việc khác. Hãy chờ việc đó xong.',
    en: 'One of these meetings is being printed by another job. Wait until that is done.',
  });
