import { listOfficesOf } from '@gandan/db/access';
import type { Work } from '@gandan/db/work';
import { DomainError } from '@gandan/domain/errors';
import { require } from '@gandan/domain/policy';
import { Hono } from 'hono';
import type { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body } from '../frame/validate.ts';
import { makeOffice, OfficeInput } from './make-office.ts';

/** The offices of a province, for its administrator, who makes them and their first accounts. */
export const officesRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('offices.write', 'Các văn phòng của tỉnh'), async (c) => c.json({ items: await deps.run(c, list) }))
    .post('/', allow('offices.write', 'Lập văn phòng cho một xã'), body(OfficeInput), async (c) =>
      c.json(await deps.run(c, (work) => add(work, c.req.valid('json'))), 201),
    );

async function list(work: Work) {
  return listOfficesOf(work.trx, provinceOf(work));
}

async function add(work: Work, input: z.output<typeof OfficeInput>) {
  await makeOffice(work, input, provinceOf(work));
  await work.audit('offices.add', input.communeId);
  return { communeId: input.communeId };
}

/** A commune's administrator changes his own office (`/api/office`) and makes no other. */
function provinceOf(work: Work): string {
  require(work.actor, 'offices.write', { provinceCode: work.actor.provinceCode });
  if (work.actor.provinceCode !== null) return work.actor.provinceCode;
  throw new DomainError('forbidden', 'policy.role', {
    vi: 'Chỉ tài khoản cấp tỉnh lập văn phòng mới.',
    en: 'Only a province account makes new offices.',
  });
}
