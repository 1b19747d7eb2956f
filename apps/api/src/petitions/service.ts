import { findHousehold } from '@gandan/db/households';
import { findCadre } from '@gandan/db/people';
import {
  eventsOfPetition,
  type FoundPetition,
  findPetition,
  insertPetition,
  insertPetitionEvent,
  listPetitions,
  nextPetitionNumber,
} from '@gandan/db/petitions';
import { findGroup } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { yearOf } from '@gandan/domain/calendar';
import { DomainError, found, invalidField, stale } from '@gandan/domain/errors';
import { isActiveOn } from '@gandan/domain/people';
import {
  daysLeft,
  LONGEST_PETITION,
  mayKnowPetitioner,
  movePetition,
  overdueDays,
  type PetitionMove,
  type PetitionState,
  petitionMoves,
  type Receipt,
  receiptDays,
} from '@gandan/domain/petitions';
import { communeOf, require } from '@gandan/domain/policy';
import { requireProse } from '@gandan/domain/text';

const CONTENT = {
  label: { vi: 'Nội dung kiến nghị', en: 'The petition' },
  max: LONGEST_PETITION,
  required: true,
};
const PETITION = { vi: 'kiến nghị này', en: 'such petition' };

/** Petitions that the actor sees: overdue first, then by their day, then the answered ones. */
export async function petitions(
  work: Work,
  filter: { state?: PetitionState | undefined; overdue?: boolean | undefined },
) {
  require(work.actor, 'petitions.read');
  const rows = await listPetitions(work.trx, communeOf(work), {
    ...(filter.state === undefined ? {} : { states: [filter.state] }),
    ...(filter.overdue === true ? { overdueOn: work.today } : {}),
  });
  return rows.map((row) => shown(work, row));
}

/** One petition with everything that was done about it. */
export async function petition(work: Work, year: number, id: string) {
  require(work.actor, 'petitions.read');
  const communeId = communeOf(work);
  const row = found(await findPetition(work.trx, communeId, year, id), PETITION);
  return { ...shown(work, row), events: await eventsOfPetition(work.trx, communeId, year, id) };
}

export interface NewPetition extends Receipt {
  readonly field: string;
  readonly content: string;
  readonly groupId: string;
  readonly householdId?: string | null | undefined;
  readonly replyBy?: string | null | undefined;
}

/** A petition that came by word, letter or telephone instead of on a sheet. */
export async function receive(work: Work, input: NewPetition) {
  const communeId = communeOf(work);
  require(work.actor, 'petitions.write', { communeId, ownerCadreId: null });
  const { groupId, householdId = null } = input;
  found(await findGroup(work.trx, communeId, groupId, work.today), { vi: 'tổ này', en: 'such group' });
  if (householdId !== null) await requireHousehold(work, householdId, groupId);
  const { receivedOn, dueOn } = receiptDays(input, work.today);
  const year = yearOf(receivedOn);
  const id = work.newId();
  const number = await nextPetitionNumber(work.trx, communeId, year);
  const { kind, field } = input;
  const content = requireProse(input.content, CONTENT, 'content');
  const row = { communeId, year, id, number, kind, field, content, groupId, householdId, receivedOn, dueOn };
  const stamp = { replyBy: input.replyBy ?? null, createdBy: work.actor.userId, createdAt: work.now };
  await insertPetition(work.trx, { ...row, ...stamp }, work.now);
  await work.audit('petitions.receive', id, { number, kind });
  return petition(work, year, id);
}

/**
 * One move of a petition. `ifSeq` is the last event that the person saw: if something happened since, he looks again.
 * A cadre answers the petitions that are his; whose they are and when they close is the office's matter.
 */
export async function act(work: Work, year: number, id: string, move: PetitionMove, ifSeq: number) {
  require(work.actor, 'petitions.write');
  const communeId = communeOf(work);
  const row = found(await findPetition(work.trx, communeId, year, id), PETITION);
  require(work.actor, 'petitions.write', { communeId, groupId: row.groupId, ownerCadreId: row.ownerCadreId });
  // Whoever has to answer it, whatever his role, writes the answer, today; everything else is for others to say.
  const isOwner = work.actor.cadreId !== null && work.actor.cadreId === row.ownerCadreId;
  if ((work.actor.role === 'cadre' || isOwner) && move.kind !== 'answered') throw onlyAnswers();
  if (isOwner && move.kind === 'answered' && (move.onDate ?? work.today) !== work.today) throw onlyToday();
  if (row.lastSeq !== ifSeq) throw stale();
  if (move.kind === 'assigned') await requireOwner(work, move.ownerCadreId);
  const { seq, kind, ...event } = movePetition(row, move, work.today);
  await insertPetitionEvent(work.trx, {
    communeId,
    year,
    petitionId: id,
    seq,
    kind,
    ...event,
    byAccount: work.actor.userId,
    at: work.now,
  });
  await work.audit(`petitions.${kind}`, id, { number: row.number });
  // Handed to a cadre of another group it may be out of the actor's sight now, which is no failure.
  return petition(work, year, id);
}

/** The row as this person may see it, with how it stands against its day. */
function shown(work: Work, row: FoundPetition) {
  const open = row.state === 'received' || row.state === 'assigned';
  const late = open ? overdueDays(row.dueOn, work.today) : 0;
  const left = open ? daysLeft(row.dueOn, work.today) : 0;
  const onTime = row.answeredOn === null ? null : row.answeredOn <= row.dueOn;
  const common = { ...row, overdueDays: late, daysLeft: left, answeredOnTime: onTime, moves: petitionMoves(row.state) };
  if (mayKnowPetitioner(row.kind, work.actor.role)) return { ...common, identityLocked: false };
  const hidden = { householdId: null, householdCode: null, headName: null, sheetNumber: null, question: null };
  return { ...common, ...hidden, identityLocked: true };
}

async function requireHousehold(work: Work, householdId: string, groupId: string): Promise<void> {
  const household = found(await findHousehold(work.trx, communeOf(work), householdId), {
    vi: 'hộ này',
    en: 'such household',
  });
  if (household.groupId === groupId) return;
  throw invalidField('householdId', 'petition.household-elsewhere', {
    vi: `Hộ ${household.code} thuộc ${household.groupName}, không thuộc tổ đã chọn.`,
    en: `Household ${household.code} belongs to ${household.groupName}, not to the chosen group.`,
  });
}

async function requireOwner(work: Work, cadreId: string): Promise<void> {
  const cadre = found(await findCadre(work.trx, communeOf(work), cadreId), { vi: 'cán bộ này', en: 'such cadre' });
  if (isActiveOn(cadre, work.today)) return;
  throw invalidField('ownerCadreId', 'petition.owner-inactive', {
    vi: `${cadre.name} hiện không công tác tại đây. Hãy giao cho cán bộ khác.`,
    en: `${cadre.name} does not work here now. Choose another cadre.`,
  });
}

const onlyToday = () =>
  invalidField('onDate', 'petition.only-today', {
    vi: 'Người được giao ghi trả lời vào chính hôm nay. Nếu đã trả lời từ trước, hãy nhờ văn phòng ghi ngày.',
    en: 'The cadre in charge writes the answer on the very day. If it was given earlier, ask the office to write the day.',
  });

const onlyAnswers = () =>
  new DomainError('forbidden', 'petition.only-answer', {
    vi: 'Cán bộ được giao chỉ ghi trả lời. Muốn giao lại, phân loại lại hoặc đóng, hãy nhờ văn phòng.',
    en: 'The cadre in charge writes the answer only. Ask the office to reassign, reclassify or close it.',
  });
