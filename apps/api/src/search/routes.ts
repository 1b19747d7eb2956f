import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { query } from '../frame/validate.ts';
import { search } from './service.ts';

const Query = z.strictObject({ q: z.string().max(200) });

export const searchRoutes = (deps: Deps) =>
  new Hono<Env>().get('/', allow('search.read', 'Tìm hộ, cán bộ, tổ, số phiếu'), query(Query), async (c) =>
    c.json({ items: await deps.run(c, (work) => search(work, c.req.valid('query').q)) }),
  );
