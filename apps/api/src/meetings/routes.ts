import { PlainDateSchema } from '@gandan/domain/calendar';
import { MEETING_STATES } from '@gandan/domain/meetings';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, params, query, YearId } from '../frame/validate.ts';
import { markReturned } from '../sheets/service.ts';
import { printPackets, startPrinting } from './print-job.ts';
import { PrintRequest } from './print-request.ts';
import { cancel, close, meeting, meetingForms, meetings, plan, record } from './service.ts';

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((words) => words.normalize('NFC').trim());
const Filter = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2199).optional(),
  state: z.enum(MEETING_STATES).optional(),
});
const NewMeetings = z.strictObject({
  groupIds: z.array(z.uuid()).min(1).max(500),
  heldOn: PlainDateSchema,
  place: text(200).nullable().optional(),
  questionnaireId: z.uuid().optional(),
});
const Minutes = z.strictObject({
  cadrePresent: z.boolean(),
  cadreId: z.uuid().nullable().optional(),
  householdsPresent: z.number().int().min(0).max(10_000),
  policiesTold: z.array(text(200)).max(50),
  note: text(4000).nullable().optional(),
});
const Cancel = z.strictObject({ reason: text(500) });
const Returned = z.strictObject({ numbers: z.array(z.string().min(1).max(80)).min(1).max(2000) });

export function meetingRoutes(deps: Deps) {
  deps.jobs.register('print-packets', (job) => printPackets(deps, job));
  return new Hono<Env>()
    .get('/', allow('meetings.read', 'Các kỳ họp của một năm, với sổ phiếu'), query(Filter), async (c) =>
      c.json({ items: await deps.run(c, (work) => meetings(work, c.req.valid('query'))) }),
    )
    .post('/', allow('meetings.write', 'Lập kỳ họp cho một hay nhiều tổ'), body(NewMeetings), async (c) =>
      c.json({ items: await deps.run(c, (work) => plan(work, c.req.valid('json'))) }, 201),
    )
    .get('/forms', allow('meetings.write', 'Các mẫu phiếu có thể dùng cho kỳ họp'), async (c) =>
      c.json({ items: await deps.run(c, meetingForms) }),
    )
    .post('/print', allow('sheets.print', 'In phiếu cho một hay nhiều kỳ họp '), body(PrintRequest), async (c) =>
      c.json({ jobId: await deps.run(c, (work) => startPrinting(deps, work, c.req.valid('json'))) }, 202),
    )
    .get('/:year/:id', allow('meetings.read', 'Một kỳ họp với phiếu, biên bản, tệp in'), params(YearId), async (c) => {
      const { year, id } = c.req.valid('param');
      return c.json(await deps.run(c, (work) => meeting(work, year, id)));
    })
    .post(
      '/:year/:id/record',
      allow('meetings.record', 'Ghi biên bản: ai dự, đã phổ biến gì'),
      params(YearId),
      body(Minutes),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => record(work, year, id, c.req.valid('json'))), 201);
      },
    )
    .post(
      '/:year/:id/returned',
      allow('sheets.move', 'Thu một xấp phiếu'),
      params(YearId),
      body(Returned),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => markReturned(work, year, id, c.req.valid('json').numbers)));
      },
    )
    .post('/:year/:id/close', allow('meetings.close', 'Khóa sổ kỳ họp khi phiếu đã đủ'), params(YearId), async (c) => {
      const { year, id } = c.req.valid('param');
      return c.json(await deps.run(c, (work) => close(work, year, id)));
    })
    .post(
      '/:year/:id/cancel',
      allow('meetings.close', 'Hủy kỳ họp không diễn ra, kèm lý do'),
      params(YearId),
      body(Cancel),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => cancel(work, year, id, c.req.valid('json').reason)));
      },
    );
}
