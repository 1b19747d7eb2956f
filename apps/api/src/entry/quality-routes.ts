import { DoubleEntrySchema } from '@gandan/domain/entry';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, params, query } from '../frame/validate.ts';
import { quality, setDoubleEntry } from './quality.ts';

const Year = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });

/** How well sheets are keyed, and how much of them is keyed twice to know it. */
export const qualityRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/',
      allow('quality.read', 'Nhập hai lần: cài đặt, tỷ lệ sai theo câu và theo người'),
      query(Year),
      async (c) => c.json(await deps.run(c, (work) => quality(work, c.req.valid('query').year))),
    )
    .put(
      '/double/:id',
      allow('quality.write', 'Đặt phần phiếu phải nhập hai lần của một mẫu phiếu'),
      params(Id),
      body(DoubleEntrySchema),
      async (c) =>
        c.json(await deps.run(c, (work) => setDoubleEntry(work, c.req.valid('param').id, c.req.valid('json')))),
    );
