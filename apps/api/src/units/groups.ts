import { listAssignmentsOn } from '@gandan/db/assignments';
import { findGroup, findHamlet, insertGroups, lastMeetings, listGroups, updateGroup } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import type { PlainDate } from '@gandan/domain/calendar';
import { found, stale } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import { nameRule, requireCode, requireText } from '@gandan/domain/text';
import { type MeetingCycle, recordsBegin, requireValidity } from '@gandan/domain/units';

export interface NewGroup {
  readonly code: string;
  readonly name: string;
  readonly hamletId: string;
  readonly headName?: string | null | undefined;
  readonly deputyName?: string | null | undefined;
  readonly meetingCycle?: MeetingCycle | undefined;
  readonly validFrom?: PlainDate | undefined;
}

export type GroupChange = { readonly [K in keyof NewGroup]?: NewGroup[K] | undefined } & {
  readonly validTo?: PlainDate | null | undefined;
};

export const GROUP = { vi: 'tổ này', en: 'such group' };
const HAMLET = { vi: 'ấp, khu phố này', en: 'such hamlet' };
const CODE = { vi: 'Mã tổ', en: 'The group’s code' };
const NAME = nameRule({ vi: 'Tên tổ', en: 'The group’s name' });
const HEAD = nameRule({ vi: 'Họ tên tổ trưởng', en: 'The head’s name' }, false);
const DEPUTY = nameRule({ vi: 'Họ tên tổ phó', en: 'The deputy’s name' }, false);

/** Every group that the actor sees, with its cadres, households and last meeting. */
export async function groups(work: Work) {
  require(work.actor, 'units.read');
  const communeId = communeOf(work);
  return complete(work, await listGroups(work.trx, communeId, work.today));
}

export async function group(work: Work, id: string) {
  require(work.actor, 'units.read');
  const row = found(await findGroup(work.trx, communeOf(work), id, work.today), GROUP);
  return found((await complete(work, [row]))[0], GROUP);
}

export async function addGroup(work: Work, input: NewGroup) {
  require(work.actor, 'units.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const id = work.newId();
  found(await findHamlet(work.trx, communeId, input.hamletId), HAMLET);
  const row = {
    code: requireCode(input.code, CODE, 'code'),
    name: requireText(input.name, NAME, 'name'),
    hamletId: input.hamletId,
    ...heads(input),
    meetingCycle: input.meetingCycle ?? 'quarter',
    validFrom: input.validFrom ?? recordsBegin(work.today),
  };
  await insertGroups(work.trx, [{ communeId, id, ...row }]);
  await work.audit('groups.add', id, { code: row.code });
  return group(work, id);
}

export async function changeGroup(work: Work, id: string, version: number, change: GroupChange) {
  require(work.actor, 'units.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const before = found(await findGroup(work.trx, communeId, id, work.today), GROUP);
  if (change.hamletId !== undefined) found(await findHamlet(work.trx, communeId, change.hamletId), HAMLET);
  const cleaned = {
    code: change.code === undefined ? before.code : requireCode(change.code, CODE, 'code'),
    name: change.name === undefined ? before.name : requireText(change.name, NAME, 'name'),
    hamletId: change.hamletId ?? before.hamletId,
    ...heads(change),
    meetingCycle: change.meetingCycle ?? before.meetingCycle,
    validFrom: change.validFrom ?? before.validFrom,
    validTo: change.validTo === undefined ? before.validTo : change.validTo,
  };
  requireValidity(cleaned.validFrom, cleaned.validTo);
  if (!(await updateGroup(work.trx, communeId, id, version, cleaned))) throw stale();
  await work.audit('groups.change', id, { fields: Object.keys(change) });
  return group(work, id);
}

/** Head and deputy as given; an empty name means that there is none. */
function heads(input: Pick<GroupChange, 'headName' | 'deputyName'>) {
  const { headName, deputyName } = input;
  return {
    ...(headName === undefined ? {} : { headName: requireText(headName ?? '', HEAD, 'headName') || null }),
    ...(deputyName === undefined ? {} : { deputyName: requireText(deputyName ?? '', DEPUTY, 'deputyName') || null }),
  };
}

async function complete<Row extends { readonly id: string }>(work: Work, rows: readonly Row[]) {
  const communeId = communeOf(work);
  const assignments = Map.groupBy(await listAssignmentsOn(work.trx, communeId, work.today), (row) => row.groupId);
  const meetings = new Map(
    (await lastMeetings(work.trx, communeId, work.today)).map(({ groupId, ...meeting }) => [groupId, meeting]),
  );
  return rows.map((row) => {
    const cadres = (assignments.get(row.id) ?? []).map(({ cadreId: id, cadreName: name }) => ({ id, name }));
    return { ...row, cadres, lastMeeting: meetings.get(row.id) };
  });
}
