import { Hono } from 'hono';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { Id, params } from '../frame/validate.ts';
import { cancelJob, job, jobs } from './service.ts';

export const jobRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('jobs.read', 'Các việc đang và đã chạy'), async (c) => c.json({ items: await deps.run(c, jobs) }))
    .get('/:id', allow('jobs.read', 'Một việc: đến đâu rồi'), params(Id), async (c) =>
      c.json(await deps.run(c, (work) => job(work, c.req.valid('param').id))),
    )
    .post('/:id/cancel', allow('jobs.cancel', 'Hủy một việc'), params(Id), async (c) =>
      c.json(await deps.run(c, (work) => cancelJob(work, c.req.valid('param').id))),
    );
