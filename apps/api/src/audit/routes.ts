import { listAuditEntries } from '@gandan/db/audit';
import { require } from '@gandan/domain/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { query } from '../frame/validate.ts';

const PAGE = 100;
const Page = z.strictObject({ before: z.coerce.number().int().positive().optional() });

export const auditRoutes = (deps: Deps) =>
  new Hono<Env>().get('/', allow('audit.read', 'Nhật ký, mới nhất trước'), query(Page), async (c) => {
    const { before } = c.req.valid('query');
    const items = await deps.run(c, (work) => {
      require(work.actor, 'audit.read');
      return listAuditEntries(work.trx, { before, limit: PAGE });
    });
    return c.json({ items });
  });
