import { PlainDateSchema } from '@gandan/domain/calendar';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, params, query } from '../frame/validate.ts';
import { assign, assignments, endAssignment } from './service.ts';

const OnDay = z.strictObject({ on: PlainDateSchema.optional() });
const NewAssignment = z.strictObject({
  cadreId: z.uuid(),
  groupId: z.uuid(),
  from: PlainDateSchema,
  to: PlainDateSchema.nullable().optional(),
});
const End = z.strictObject({ on: PlainDateSchema });

export const assignmentRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('assignments.read', 'Phân công theo dõi tổ vào một ngày'), query(OnDay), async (c) =>
      c.json(await deps.run(c, (work) => assignments(work, c.req.valid('query').on))),
    )
    .post('/', allow('assignments.write', 'Phân công cán bộ theo dõi tổ'), body(NewAssignment), async (c) =>
      c.json(await deps.run(c, (work) => assign(work, c.req.valid('json'))), 201),
    )
    .post('/:id/end', allow('assignments.write', 'Kết thúc phân công'), params(Id), body(End), async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await deps.run(c, (work) => endAssignment(work, id, c.req.valid('json').on)));
    });
