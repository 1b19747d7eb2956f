import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, params } from '../frame/validate.ts';
import { MOVES_BY_HAND, move, sheet } from './service.ts';

/** A number as it is typed or scanned, a whole QR payload included. */
export const NumberParam = z.strictObject({ number: z.string().min(1).max(80) });
const Move = z.strictObject({ kind: z.enum(MOVES_BY_HAND), reason: z.string().max(2000).nullable().optional() });

export const sheetRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/:number',
      allow('sheets.read', 'Một phiếu theo số hoặc mã QR, với sổ của nó'),
      params(NumberParam),
      async (c) => c.json(await deps.run(c, (work) => sheet(work, c.req.valid('param').number))),
    )
    .post(
      '/:number/events',
      allow('sheets.move', 'Ghi sổ một phiếu: phát, thu, kiểm, hủy, từ chối, thất lạc'),
      params(NumberParam),
      body(Move),
      async (c) => {
        const { kind, reason } = c.req.valid('json');
        return c.json(await deps.run(c, (work) => move(work, c.req.valid('param').number, kind, reason)), 201);
      },
    );
