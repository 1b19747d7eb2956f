import { AnswersSchema } from '@gandan/domain/entry';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, params } from '../frame/validate.ts';
import { NumberParam } from '../sheets/routes.ts';
import { batches, correct, keepDraft, sheetToKey, submit } from './service.ts';

const note = z.string().max(2000).nullable().optional();
const Draft = z.strictObject({
  answers: AnswersSchema,
  note,
  keystroke: z.number().int().min(0).max(100_000),
});
const Submission = z.strictObject({
  id: z.uuid(),
  answers: AnswersSchema,
  note,
  seconds: z.number().int().min(0).max(86_400).nullable().optional(),
});
const Correction = z.strictObject({ id: z.uuid(), answers: AnswersSchema, note, reason: z.string().max(500) });

export const entryRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/batches', allow('entry.read', 'Các kỳ họp còn phiếu phải nhập'), async (c) =>
      c.json({ items: await deps.run(c, batches) }),
    )
    .get(
      '/sheets/:number',
      allow('entry.read', 'Một phiếu để nhập, với bản nháp của mình'),
      params(NumberParam),
      async (c) => c.json(await deps.run(c, (work) => sheetToKey(work, c.req.valid('param').number))),
    )
    .put(
      '/sheets/:number/draft',
      allow('entry.write', 'Giữ bản nháp; bản có nhiều phím hơn được giữ lại'),
      params(NumberParam),
      body(Draft),
      async (c) =>
        c.json(await deps.run(c, (work) => keepDraft(work, c.req.valid('param').number, c.req.valid('json')))),
    )
    .post(
      '/sheets/:number/response',
      allow('entry.write', 'Nộp phiếu đã nhập; gửi lại không tạo bản thứ hai'),
      params(NumberParam),
      body(Submission),
      async (c) => {
        const result = await deps.run(c, (work) => submit(work, c.req.valid('param').number, c.req.valid('json')));
        return c.json(result, result.created ? 201 : 200);
      },
    )
    .post(
      '/responses/:id/correct',
      allow('entry.write', 'Đính chính phiếu đã nhập, kèm lý do'),
      params(Id),
      body(Correction),
      async (c) => {
        const result = await deps.run(c, (work) => correct(work, c.req.valid('param').id, c.req.valid('json')));
        return c.json(result, result.created ? 201 : 200);
      },
    );
