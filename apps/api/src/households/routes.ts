import { PlainDateSchema } from '@gandan/domain/calendar';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, ifMatch, params } from '../frame/validate.ts';
import { importRoutes } from './import/routes.ts';
import { addHousehold, changeHousehold, household, households, moveHousehold } from './service.ts';

const text = z.string().max(1000);
const NewHousehold = z.strictObject({
  code: text,
  headName: text,
  address: text.optional(),
  groupId: z.uuid(),
  validFrom: PlainDateSchema.optional(),
});
const HouseholdChange = z
  .strictObject({ code: text, headName: text, address: text, validTo: PlainDateSchema.nullable() })
  .partial();
const Move = z.strictObject({ groupId: z.uuid(), onDate: PlainDateSchema });

export const householdRoutes = (deps: Deps) =>
  new Hono<Env>()
    .route('/imports', importRoutes(deps))
    .get('/', allow('households.read', 'Danh sách hộ'), async (c) => c.json({ items: await deps.run(c, households) }))
    .post('/', allow('households.write', 'Thêm hộ'), body(NewHousehold), async (c) =>
      c.json(await deps.run(c, (work) => addHousehold(work, c.req.valid('json'))), 201),
    )
    .get('/:id', allow('households.read', 'Một hộ, với phiếu và kiến nghị của hộ'), params(Id), async (c) =>
      c.json(await deps.run(c, (work) => household(work, c.req.valid('param').id))),
    )
    .patch('/:id', allow('households.write', 'Sửa hộ'), params(Id), ifMatch(), body(HouseholdChange), async (c) => {
      const { id } = c.req.valid('param');
      const { version } = c.req.valid('header');
      return c.json(await deps.run(c, (work) => changeHousehold(work, id, version, c.req.valid('json'))));
    })
    .post('/:id/move', allow('households.write', 'Chuyển hộ sang tổ khác'), params(Id), body(Move), async (c) =>
      c.json(await deps.run(c, (work) => moveHousehold(work, c.req.valid('param').id, c.req.valid('json')))),
    );
