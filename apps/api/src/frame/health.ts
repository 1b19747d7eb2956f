import { isAnswering } from '@gandan/db/access';
import { Hono } from 'hono';
import { open } from './allow.ts';
import type { Deps, Env } from './deps.ts';

/** `GET /api/health`: whether requests can be worked on now; for monitors, tests, and a second start on the same port. */
export const healthRoutes = (deps: Deps) =>
  new Hono<Env>().get('/', open('Phần mềm và cơ sở dữ liệu có đang chạy không'), async (c) => {
    await isAnswering(deps.db);
    return c.json({ product: 'gan-dan', ok: true });
  });
