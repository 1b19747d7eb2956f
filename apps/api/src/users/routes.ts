import { ROLES } from '@gandan/domain/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { DisplayName, Username } from '../access/inputs.ts';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, ifMatch, params } from '../frame/validate.ts';
import { addUser, changeUser, listUsers, resetPassword } from './service.ts';

const AssignableRole = z.enum(ROLES).exclude(['province-admin']);
const NewUser = z.strictObject({
  username: Username,
  displayName: DisplayName,
  role: AssignableRole,
  cadreId: z.uuid().nullable().optional(),
  communeId: z.string().max(20).optional(),
});
const UserChange = z
  .strictObject({ displayName: DisplayName, role: AssignableRole, cadreId: z.uuid().nullable(), disabled: z.boolean() })
  .partial();
const Reset = z.strictObject({ secondFactor: z.boolean().default(false) });

export const userRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('users.read', 'Danh sách tài khoản'), async (c) => c.json({ items: await deps.run(c, listUsers) }))
    .post('/', allow('users.write', 'Thêm tài khoản, trả về mật khẩu ban đầu'), body(NewUser), async (c) =>
      c.json(await deps.run(c, (work) => addUser(work, c.req.valid('json'))), 201),
    )
    .patch(
      '/:id',
      allow('users.write', 'Sửa, khóa, mở tài khoản'),
      params(Id),
      ifMatch(),
      body(UserChange),
      async (c) => {
        const { id } = c.req.valid('param');
        const { version } = c.req.valid('header');
        return c.json(await deps.run(c, (work) => changeUser(work, id, version, c.req.valid('json'))));
      },
    )
    .post('/:id/reset-password', allow('users.write', 'Cấp lại mật khẩu ban đầu'), params(Id), body(Reset), async (c) =>
      c.json(await deps.run(c, (work) => resetPassword(work, c.req.valid('param').id, c.req.valid('json')))),
    );
