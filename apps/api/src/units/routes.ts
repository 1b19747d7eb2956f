import { PlainDateSchema } from '@gandan/domain/calendar';
import { HAMLET_KINDS, MEETING_CYCLES } from '@gandan/domain/units';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, ifMatch, params, query } from '../frame/validate.ts';
import { addGroup, changeGroup, group, groups } from './groups.ts';
import { addHamlet, changeHamlet, hamlets } from './hamlets.ts';
import { changeOffice, office } from './office.ts';
import { communes, provinces, unit } from './tree.ts';

// Lengths are generous here; the rules of the domain refuse with a better sentence.
const text = z.string().max(1000);
const name = text.nullable();

const CommuneQuery = z.strictObject({ province: z.string().max(20).optional(), q: z.string().max(200).optional() });
const Code = z.strictObject({ code: z.string().max(20) });
const NewHamlet = z.strictObject({
  code: text,
  kind: z.enum(HAMLET_KINDS),
  name: text,
  validFrom: PlainDateSchema.optional(),
});
const HamletChange = NewHamlet.partial().extend({
  validTo: PlainDateSchema.nullable().optional(),
  successorId: z.uuid().nullable().optional(),
});
const NewGroup = z.strictObject({
  code: text,
  name: text,
  hamletId: z.uuid(),
  headName: name.optional(),
  deputyName: name.optional(),
  meetingCycle: z.enum(MEETING_CYCLES).optional(),
  validFrom: PlainDateSchema.optional(),
});
const GroupChange = NewGroup.partial().extend({ validTo: PlainDateSchema.nullable().optional() });
const OfficeChange = z
  .strictObject({ sheetPrefix: text, superiorName: text, issuerName: text, placeName: text })
  .partial();

export const unitRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/provinces', allow('units.read', 'Danh sách tỉnh, thành phố'), async (c) =>
      c.json({ items: await deps.run(c, provinces) }),
    )
    .get('/communes', allow('units.read', 'Tìm xã, phường'), query(CommuneQuery), async (c) =>
      c.json({ items: await deps.run(c, (work) => communes(work, c.req.valid('query'))) }),
    )
    .get('/:code', allow('units.read', 'Một đơn vị và lịch sử sáp nhập của nó'), params(Code), async (c) =>
      c.json(await deps.run(c, (work) => unit(work, c.req.valid('param').code))),
    );

export const officeRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('offices.read', 'Thông tin văn phòng'), async (c) => c.json(await deps.run(c, office)))
    .patch('/', allow('offices.write', 'Sửa thông tin văn phòng'), body(OfficeChange), async (c) =>
      c.json(await deps.run(c, (work) => changeOffice(work, c.req.valid('json')))),
    );

export const hamletRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('units.read', 'Danh sách ấp, khu phố'), async (c) => c.json({ items: await deps.run(c, hamlets) }))
    .post('/', allow('units.write', 'Thêm ấp, khu phố'), body(NewHamlet), async (c) =>
      c.json(await deps.run(c, (work) => addHamlet(work, c.req.valid('json'))), 201),
    )
    .patch('/:id', allow('units.write', 'Sửa ấp, khu phố'), params(Id), ifMatch(), body(HamletChange), async (c) => {
      const { id } = c.req.valid('param');
      const { version } = c.req.valid('header');
      return c.json(await deps.run(c, (work) => changeHamlet(work, id, version, c.req.valid('json'))));
    });

export const groupRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('units.read', 'Danh sách tổ nhân dân tự quản'), async (c) =>
      c.json({ items: await deps.run(c, groups) }),
    )
    .post('/', allow('units.write', 'Thêm tổ nhân dân tự quản'), body(NewGroup), async (c) =>
      c.json(await deps.run(c, (work) => addGroup(work, c.req.valid('json'))), 201),
    )
    .get('/:id', allow('units.read', 'Một tổ nhân dân tự quản'), params(Id), async (c) =>
      c.json(await deps.run(c, (work) => group(work, c.req.valid('param').id))),
    )
    .patch(
      '/:id',
      allow('units.write', 'Sửa tổ nhân dân tự quản'),
      params(Id),
      ifMatch(),
      body(GroupChange),
      async (c) => {
        const { id } = c.req.valid('param');
        const { version } = c.req.valid('header');
        return c.json(await deps.run(c, (work) => changeGroup(work, id, version, c.req.valid('json'))));
      },
    );
