import {
  countGroupsOf,
  endAssignment as endRow,
  findAssignment,
  findOverlap,
  groupsWithoutCadre,
  insertAssignments,
  listAssignmentsOn,
} from '@gandan/db/assignments';
import { findCadre } from '@gandan/db/people';
import { findGroup } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { loadWarnings, overlapError, requirePeriod } from '@gandan/domain/assignments';
import { formatDate, type PlainDate } from '@gandan/domain/calendar';
import { found, invalidField, type Sentence, stale } from '@gandan/domain/errors';
import { isActiveOn } from '@gandan/domain/people';
import { communeOf, require, scope } from '@gandan/domain/policy';
import { isValidOn } from '@gandan/domain/units';

export interface NewAssignment {
  readonly cadreId: string;
  readonly groupId: string;
  readonly from: PlainDate;
  readonly to?: PlainDate | null | undefined;
}

const ASSIGNMENT = { vi: 'phân công này', en: 'such assignment' };

/** Who follows which group on a day, the groups that nobody follows, and the cadres outside 2–4 groups. */
export async function assignments(work: Work, on: PlainDate = work.today) {
  require(work.actor, 'assignments.read');
  const communeId = communeOf(work);
  const reach = scope(work.actor, 'assignments.read');
  if (reach === null || reach.cadreId === null) return { on, items: [], unassigned: [], warnings: [] };
  const own = reach.cadreId === 'all' ? undefined : reach.cadreId;
  const items = await listAssignmentsOn(work.trx, communeId, on, own);
  if (own !== undefined) return { on, items, unassigned: [], warnings: [] };
  const warnings = [...Map.groupBy(items, (row) => row.cadreId).values()].flatMap((rows) =>
    loadWarnings(rows[0]?.cadreName ?? '', rows.length, on),
  );
  return { on, items, unassigned: await groupsWithoutCadre(work.trx, communeId, on), warnings };
}

/** Assigns a cadre to a group; an overlap is refused with a sentence that names the other assignment. */
export async function assign(work: Work, input: NewAssignment) {
  require(work.actor, 'assignments.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const { cadreId, groupId } = input;
  const { from, to } = requirePeriod({ from: input.from, to: input.to ?? null });
  const cadre = found(await findCadre(work.trx, communeId, cadreId), { vi: 'cán bộ này', en: 'such cadre' });
  const group = found(await findGroup(work.trx, communeId, groupId, work.today), { vi: 'tổ này', en: 'such group' });
  requireInForce(cadre, group, from);
  const other = await findOverlap(work.trx, communeId, { cadreId, groupId }, from, to);
  if (other !== undefined) throw overlapError(cadre.name, group.name, other);
  const id = work.newId();
  await insertAssignments(work.trx, [{ communeId, id, cadreId, groupId, from, to, createdBy: work.actor.userId }]);
  await work.audit('assignments.add', id, { cadreId, groupId, from, to });
  const assignment = found(await findAssignment(work.trx, communeId, id), ASSIGNMENT);
  const warnings = await warningsFor(work, cadre, from);
  return { assignment, warnings };
}

/** The last day of an assignment; it is never removed, so that the year's records keep their cadre. */
export async function endAssignment(work: Work, id: string, on: PlainDate) {
  require(work.actor, 'assignments.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const before = found(await findAssignment(work.trx, communeId, id), ASSIGNMENT);
  requirePeriod({ from: before.from, to: on });
  if (before.to !== null && on > before.to) {
    throw invalidField('on', 'assignment.ended', {
      vi: `Phân công này đã kết thúc ngày ${formatDate(before.to)}. Muốn kéo dài, hãy lập phân công mới.`,
      en: `This assignment ended on ${formatDate(before.to)}. To prolong it, make a new one.`,
    });
  }
  if (!(await endRow(work.trx, communeId, id, before.version, on))) throw stale();
  await work.audit('assignments.end', id, { on });
  return found(await findAssignment(work.trx, communeId, id), ASSIGNMENT);
}

async function warningsFor(work: Work, cadre: { id: string; name: string }, on: PlainDate): Promise<Sentence[]> {
  return loadWarnings(cadre.name, await countGroupsOf(work.trx, communeOf(work), cadre.id, on), on);
}

function requireInForce(
  cadre: { name: string; activeFrom: PlainDate; activeTo: PlainDate | null },
  group: { name: string; validFrom: PlainDate; validTo: PlainDate | null },
  from: PlainDate,
): void {
  if (!isActiveOn(cadre, from)) {
    throw invalidField('from', 'assignment.cadre-inactive', {
      vi: `${cadre.name} không công tác tại đây vào ngày ${formatDate(from)}. Hãy chọn ngày khác hoặc cán bộ khác.`,
      en: `${cadre.name} does not work here on ${formatDate(from)}. Choose another day or another cadre.`,
    });
  }
  if (!isValidOn(group, from)) {
    throw invalidField('from', 'assignment.group-ended', {
      vi: `${group.name} chưa có hoặc đã giải thể vào ngày ${formatDate(from)}. Hãy chọn ngày khác.`,
      en: `${group.name} does not exist on ${formatDate(from)}. Choose another day.`,
    });
  }
}
