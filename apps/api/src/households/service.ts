import {
  findHousehold,
  findHouseholdByCode,
  insertHousehold,
  insertMove,
  listHouseholds,
  movesOf,
  petitionsOfHousehold,
  sheetsOfHousehold,
  updateHousehold,
} from '@gandan/db/households';
import { findGroup } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { formatDate, type PlainDate } from '@gandan/domain/calendar';
import { conflict, found, invalidField, stale } from '@gandan/domain/errors';
import { checkHousehold, codeTaken } from '@gandan/domain/households';
import { mayKnowPetitioner } from '@gandan/domain/petitions';
import { communeOf, require } from '@gandan/domain/policy';
import { codeKey } from '@gandan/domain/text';
import { isValidOn, recordsBegin } from '@gandan/domain/units';

export interface NewHousehold {
  readonly code: string;
  readonly headName: string;
  readonly address?: string | undefined;
  readonly groupId: string;
  readonly validFrom?: PlainDate | undefined;
}

export interface HouseholdChange {
  readonly code?: string | undefined;
  readonly headName?: string | undefined;
  readonly address?: string | undefined;
  readonly validTo?: PlainDate | null | undefined;
}

const HOUSEHOLD = { vi: 'hộ này', en: 'such household' };
const GROUP = { vi: 'tổ này', en: 'such group' };

/** Every household that the actor sees today. */
export async function households(work: Work) {
  require(work.actor, 'households.read');
  return listHouseholds(work.trx, communeOf(work), work.today);
}

/** One household with its moves, its sheets and its petitions. */
export async function household(work: Work, id: string) {
  require(work.actor, 'households.read');
  const communeId = communeOf(work);
  const row = found(await findHousehold(work.trx, communeId, id), HOUSEHOLD);
  const petitions = await petitionsOfHousehold(work.trx, communeId, id);
  return {
    ...row,
    moves: await movesOf(work.trx, communeId, id),
    sheets: await sheetsOfHousehold(work.trx, communeId, id),
    // This page names the household, so a denunciation stands on it only for those who may know the denouncer.
    petitions: petitions.filter(({ kind }) => kind !== 'denunciation' || mayKnowPetitioner(kind, work.actor.role)),
  };
}

export async function addHousehold(work: Work, input: NewHousehold) {
  require(work.actor, 'households.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const facts = checkHousehold({ ...input, address: input.address ?? '' });
  await requireGroup(work, input.groupId, work.today);
  await requireFreeCode(work, facts.code);
  const id = work.newId();
  const { code, headName, address, sortKey, searchKey } = facts;
  const validFrom = input.validFrom ?? recordsBegin(work.today);
  const row = { communeId, id, groupId: input.groupId, code, headName, address, sortKey, searchKey, validFrom };
  await insertHousehold(work.trx, row);
  await work.audit('households.add', id, { groupId: input.groupId });
  return household(work, id);
}

export async function changeHousehold(work: Work, id: string, version: number, change: HouseholdChange) {
  require(work.actor, 'households.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const before = found(await findHousehold(work.trx, communeId, id), HOUSEHOLD);
  const facts = checkHousehold({
    code: change.code ?? before.code,
    headName: change.headName ?? before.headName,
    address: change.address ?? before.address,
  });
  if (codeKey(facts.code) !== codeKey(before.code)) await requireFreeCode(work, facts.code);
  const validTo = change.validTo === undefined ? before.validTo : change.validTo;
  if (validTo !== null && validTo <= before.validFrom) {
    throw invalidField('validTo', 'household.period', {
      vi: `Ngày thôi theo dõi phải sau ngày bắt đầu ${formatDate(before.validFrom)}.`,
      en: `The last day must come after the first one, ${formatDate(before.validFrom)}.`,
    });
  }
  if (!(await updateHousehold(work.trx, communeId, id, version, { ...facts, validTo }))) throw stale();
  await work.audit('households.change', id, { fields: Object.keys(change) });
  return household(work, id);
}

/** A household moves to another group on a day; its earlier sheets stay with the group where they were printed. */
export async function moveHousehold(work: Work, id: string, input: { groupId: string; onDate: PlainDate }) {
  require(work.actor, 'households.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const before = found(await findHousehold(work.trx, communeId, id), HOUSEHOLD);
  const { groupId, onDate } = input;
  await requireGroup(work, groupId, onDate);
  if (groupId === before.groupId) {
    throw conflict('household.same-group', {
      vi: `Hộ này đang ở ${before.groupName} rồi.`,
      en: `This household is in ${before.groupName} already.`,
    });
  }
  const [last] = await movesOf(work.trx, communeId, id);
  const earliest = last?.onDate ?? before.validFrom;
  if (onDate > work.today || onDate < earliest || onDate === last?.onDate) {
    throw invalidField('onDate', 'household.move-date', {
      vi: `Ngày chuyển phải sau ${formatDate(earliest)} và không sau hôm nay, ${formatDate(work.today)}.`,
      en: `The day of the move must come after ${formatDate(earliest)} and not after today, ${formatDate(work.today)}.`,
    });
  }
  if (!(await updateHousehold(work.trx, communeId, id, before.version, { groupId }))) throw stale();
  await insertMove(work.trx, { communeId, householdId: id, onDate, fromGroupId: before.groupId, toGroupId: groupId });
  await work.audit('households.move', id, { from: before.groupId, to: groupId, onDate });
  return household(work, id);
}

async function requireGroup(work: Work, groupId: string, on: PlainDate): Promise<void> {
  const group = found(await findGroup(work.trx, communeOf(work), groupId, work.today), GROUP);
  if (isValidOn(group, on)) return;
  throw invalidField('groupId', 'household.group-ended', {
    vi: `${group.name} chưa có hoặc đã giải thể vào ngày ${formatDate(on)}. Hãy chọn tổ khác.`,
    en: `${group.name} does not exist on ${formatDate(on)}. Choose another group.`,
  });
}

async function requireFreeCode(work: Work, code: string): Promise<void> {
  const other = await findHouseholdByCode(work.trx, communeOf(work), code);
  if (other !== undefined) throw codeTaken(other.code, other.headName);
}
