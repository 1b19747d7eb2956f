import { PlainDateSchema } from '@gandan/domain/calendar';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, ifMatch, params } from '../frame/validate.ts';
import { addCadre, cadre, cadres, changeCadre } from './service.ts';

const text = z.string().max(1000);
const NewCadre = z.strictObject({
  code: text,
  name: text,
  post: text,
  department: text,
  isLeader: z.boolean().optional(),
  activeFrom: PlainDateSchema.optional(),
  activeTo: PlainDateSchema.nullable().optional(),
});
const CadreChange = NewCadre.partial();

export const cadreRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('people.read', 'Danh sách cán bộ'), async (c) => c.json({ items: await deps.run(c, cadres) }))
    .post('/', allow('people.write', 'Thêm cán bộ'), body(NewCadre), async (c) =>
      c.json(await deps.run(c, (work) => addCadre(work, c.req.valid('json'))), 201),
    )
    .get('/:id', allow('people.read', 'Một cán bộ'), params(Id), async (c) =>
      c.json(await deps.run(c, (work) => cadre(work, c.req.valid('param').id))),
    )
    .patch('/:id', allow('people.write', 'Sửa cán bộ'), params(Id), ifMatch(), body(CadreChange), async (c) => {
      const { id } = c.req.valid('param');
      const { version } = c.req.valid('header');
      return c.json(await deps.run(c, (work) => changeCadre(work, id, version, c.req.valid('json'))));
    });
