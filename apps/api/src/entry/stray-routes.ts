import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, params } from '../frame/validate.ts';
import { putAside, strays, takeOut } from './strays.ts';

const Aside = z.strictObject({ number: z.string().min(1).max(80), note: z.string().max(500).nullable().optional() });
const Outcome = z.strictObject({ outcome: z.string().trim().min(1).max(500) });

/** The tray of sheets that cannot be keyed, each with its reason. */
export const strayRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('entry.read', 'Khay phiếu để riêng, theo lý do'), async (c) =>
      c.json({ queues: await deps.run(c, strays) }),
    )
    .post('/', allow('entry.write', 'Để riêng một phiếu không nhập được'), body(Aside), async (c) => {
      const { number, note } = c.req.valid('json');
      const result = await deps.run(c, (work) => putAside(work, number, note));
      return c.json(result, result.created ? 201 : 200);
    })
    .post(
      '/:id/done',
      allow('entry.write', 'Lấy phiếu khỏi khay, ghi đã xử lý thế nào'),
      params(Id),
      body(Outcome),
      async (c) =>
        c.json(await deps.run(c, (work) => takeOut(work, c.req.valid('param').id, c.req.valid('json').outcome))),
    );
