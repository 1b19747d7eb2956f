import { Hono } from 'hono';
import { z } from 'zod';
import { open } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, query } from '../frame/validate.ts';
import { addressOf } from './address.ts';
import { writeSessionCookie } from './cookie.ts';
import { Setup } from './inputs.ts';
import { setUp, setupCommunes, setupState } from './setup.ts';

/** The very first account, with the one-time code of the console. */
export const setupRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', open('Đã thiết lập chưa'), async (c) => c.json(await setupState(deps)))
    .get(
      '/communes',
      open('Các xã của một tỉnh, khi thiết lập'),
      query(z.strictObject({ province: z.string() })),
      async (c) => c.json({ items: await setupCommunes(deps, c.req.valid('query').province) }),
    )
    .post('/', open('Thiết lập lần đầu bằng mã một lần'), body(Setup), async (c) => {
      const { token, stage } = await setUp(deps, c.req.valid('json'), addressOf(c));
      writeSessionCookie(c, deps.origin, token);
      return c.json({ stage }, 201);
    });
