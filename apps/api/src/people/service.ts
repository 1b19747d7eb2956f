import { listAssignmentsOn } from '@gandan/db/assignments';
import { findCadre, insertCadres, listCadres, updateCadre } from '@gandan/db/people';
import type { Work } from '@gandan/db/work';
import type { PlainDate } from '@gandan/domain/calendar';
import { found, stale } from '@gandan/domain/errors';
import { type CadreFacts, checkCadre } from '@gandan/domain/people';
import { communeOf, require, scope } from '@gandan/domain/policy';

export type NewCadre = Omit<CadreFacts, 'isLeader' | 'activeFrom' | 'activeTo'> & {
  readonly isLeader?: boolean | undefined;
  readonly activeFrom?: PlainDate | undefined;
  readonly activeTo?: PlainDate | null | undefined;
};
export type CadreChange = { readonly [K in keyof CadreFacts]?: CadreFacts[K] | undefined };

export const CADRE = { vi: 'cán bộ này', en: 'such cadre' };

/** Cadres by given name, with the groups that each follows today; a cadre finds himself only. */
export async function cadres(work: Work) {
  require(work.actor, 'people.read');
  const reach = scope(work.actor, 'people.read');
  if (reach === null || reach.cadreId === null) return [];
  const only = reach.cadreId === 'all' ? undefined : reach.cadreId;
  return withGroups(work, await listCadres(work.trx, communeOf(work), only));
}

export async function cadre(work: Work, id: string) {
  require(work.actor, 'people.read', { cadreId: id });
  const row = found(await findCadre(work.trx, communeOf(work), id), CADRE);
  return found((await withGroups(work, [row]))[0], CADRE);
}

export async function addCadre(work: Work, input: NewCadre) {
  require(work.actor, 'people.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const id = work.newId();
  const facts = checkCadre({
    ...input,
    isLeader: input.isLeader ?? false,
    activeFrom: input.activeFrom ?? work.today,
    activeTo: input.activeTo ?? null,
  });
  await insertCadres(work.trx, [{ communeId, id, ...facts }]);
  await work.audit('people.add', id, { code: facts.code });
  return cadre(work, id);
}

export async function changeCadre(work: Work, id: string, version: number, change: CadreChange) {
  require(work.actor, 'people.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const before = found(await findCadre(work.trx, communeId, id), CADRE);
  const facts = checkCadre({
    code: change.code ?? before.code,
    name: change.name ?? before.name,
    post: change.post ?? before.post,
    department: change.department ?? before.department,
    isLeader: change.isLeader ?? before.isLeader,
    activeFrom: change.activeFrom ?? before.activeFrom,
    activeTo: change.activeTo === undefined ? before.activeTo : change.activeTo,
  });
  if (!(await updateCadre(work.trx, communeId, id, version, facts))) throw stale();
  await work.audit('people.change', id, { fields: Object.keys(change) });
  return cadre(work, id);
}

async function withGroups<Row extends { readonly id: string }>(work: Work, rows: readonly Row[]) {
  const assignments = await listAssignmentsOn(work.trx, communeOf(work), work.today);
  const byCadre = Map.groupBy(assignments, (row) => row.cadreId);
  return rows.map((row) => ({
    ...row,
    groups: (byCadre.get(row.id) ?? []).map(({ groupId: id, groupName: name }) => ({ id, name })),
  }));
}
