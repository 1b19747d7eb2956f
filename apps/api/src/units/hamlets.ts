import { findHamlet, insertHamlets, listHamlets, updateHamlet } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import type { PlainDate } from '@gandan/domain/calendar';
import { found, invalidField, stale } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import { nameRule, requireCode, requireText } from '@gandan/domain/text';
import { type HamletKind, recordsBegin, requireValidity } from '@gandan/domain/units';

export interface NewHamlet {
  readonly code: string;
  readonly kind: HamletKind;
  readonly name: string;
  readonly validFrom?: PlainDate | undefined;
}

export type HamletChange = { readonly [K in keyof NewHamlet]?: NewHamlet[K] | undefined } & {
  readonly validTo?: PlainDate | null | undefined;
  readonly successorId?: string | null | undefined;
};

const HAMLET = { vi: 'ấp, khu phố này', en: 'such hamlet' };
const CODE = { vi: 'Mã ấp, khu phố', en: 'The hamlet’s code' };
const NAME = nameRule({ vi: 'Tên ấp, khu phố', en: 'The hamlet’s name' });

export async function hamlets(work: Work) {
  require(work.actor, 'units.read');
  return listHamlets(work.trx, communeOf(work));
}

export async function addHamlet(work: Work, input: NewHamlet) {
  require(work.actor, 'units.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const id = work.newId();
  const code = requireCode(input.code, CODE, 'code');
  const name = requireText(input.name, NAME, 'name');
  const validFrom = input.validFrom ?? recordsBegin(work.today);
  await insertHamlets(work.trx, [{ communeId, id, code, kind: input.kind, name, validFrom }]);
  await work.audit('hamlets.add', id, { code });
  return found(await findHamlet(work.trx, communeId, id), HAMLET);
}

export async function changeHamlet(work: Work, id: string, version: number, change: HamletChange) {
  require(work.actor, 'units.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const before = found(await findHamlet(work.trx, communeId, id), HAMLET);
  const cleaned = {
    code: change.code === undefined ? before.code : requireCode(change.code, CODE, 'code'),
    kind: change.kind ?? before.kind,
    name: change.name === undefined ? before.name : requireText(change.name, NAME, 'name'),
    validFrom: change.validFrom ?? before.validFrom,
    validTo: change.validTo === undefined ? before.validTo : change.validTo,
    successorId: change.successorId === undefined ? before.successorId : change.successorId,
  };
  requireValidity(cleaned.validFrom, cleaned.validTo);
  if (cleaned.successorId === id) {
    const sentence = { vi: 'Ấp không thể kế tục chính nó.', en: 'A hamlet cannot succeed itself.' };
    throw invalidField('successorId', 'hamlet.successor', sentence);
  }
  if (cleaned.successorId !== null) found(await findHamlet(work.trx, communeId, cleaned.successorId), HAMLET);
  if (!(await updateHamlet(work.trx, communeId, id, version, cleaned))) throw stale();
  await work.audit('hamlets.change', id, { fields: Object.keys(change) });
  return found(await findHamlet(work.trx, communeId, id), HAMLET);
}
