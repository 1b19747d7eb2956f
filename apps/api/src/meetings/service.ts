import {
  appendRecord,
  cadresOfGroups,
  type FoundMeeting,
  findMeeting,
  findMeetings,
  householdsOfGroups,
  insertMeetings,
  lastQuestionnaire,
  listMeetings,
  meetingsOn,
  printFilesOf,
  printJobsOf,
  recordsOf,
} from '@gandan/db/meetings';
import { findCadre } from '@gandan/db/people';
import { publishedOf } from '@gandan/db/questionnaires';
import { lockMeeting, sheetsOfMeeting } from '@gandan/db/sheets';
import { listGroups } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { formatDate, type PlainDate, yearOf } from '@gandan/domain/calendar';
import { conflict, type DomainError, found, invalidField, type Sentence } from '@gandan/domain/errors';
import {
  type MeetingState,
  type Minutes,
  meetingName,
  requireHeld,
  requireMeetingDay,
  requireMinutes,
  requireOpenMeeting,
} from '@gandan/domain/meetings';
import { communeOf, require } from '@gandan/domain/policy';
import { isBack, isOpen, requireAddedUp, sumSheets } from '@gandan/domain/sheets';
import { isValidOn } from '@gandan/domain/units';
import { requirePaper } from '../sheets/find.ts';
import { sumsOf } from '../sheets/sums.ts';
import type { PrintRequest } from './print-request.ts';

const MEETING = { vi: 'kỳ họp này', en: 'such meeting' };

/** The meetings of a year that the actor sees, newest first, each with the sum of its sheets. */
export async function meetings(work: Work, filter: { year?: number | undefined; state?: MeetingState | undefined }) {
  require(work.actor, 'meetings.read');
  const rows = await listMeetings(work.trx, communeOf(work), filter.year ?? yearOf(work.today), filter.state);
  const sums = await sumsOf(work, rows);
  return rows.map((row) => ({ ...row, ledger: sums.get(row.id) ?? sumSheets([]) }));
}

/** One meeting with its cadres, sheets, minutes and packets. */
export async function meeting(work: Work, year: number, id: string) {
  require(work.actor, 'meetings.read');
  const communeId = communeOf(work);
  const row = found(await findMeeting(work.trx, communeId, year, id), MEETING);
  require(work.actor, 'meetings.read', { communeId, groupId: row.groupId });
  const sheets = await sheetsOfMeeting(work.trx, communeId, year, id);
  return {
    ...row,
    cadres: await cadresOfGroups(work.trx, communeId, [row.groupId], row.heldOn),
    households: (await householdsOfGroups(work.trx, communeId, [row.groupId], row.heldOn)).length,
    ledger: sumSheets(sheets.map((sheet) => sheet.state)),
    sheets,
    records: await recordsOf(work.trx, communeId, year, id),
    packets: await packetsOf(work, id),
  };
}

/** What was printed of a meeting, newest first; the files that are named hold its papers. */
async function packetsOf(work: Work, id: string) {
  const jobs = await printJobsOf(work.trx, communeOf(work), id);
  const files = await printFilesOf(
    work.trx,
    jobs.filter((job) => job.state === 'done').map((job) => job.id),
    id,
  );
  return jobs.map(({ params, message, ...job }) => {
    const { again = false, reason = '', sheets } = params as Partial<PrintRequest>;
    return {
      ...job,
      message: message as Sentence | null,
      again: again || sheets !== undefined,
      reason,
      files: files.filter((file) => file.jobId === job.id).map(({ jobId, ...file }) => file),
    };
  });
}

export interface NewMeetings {
  readonly groupIds: readonly string[];
  readonly heldOn: PlainDate;
  readonly place?: string | null | undefined;
  /** Of the office's household questionnaires; the one used last when left out. */
  readonly questionnaireId?: string | undefined;
}

/** The household questionnaires that a meeting can be planned with; the one used last is the default. */
export async function meetingForms(work: Work) {
  const communeId = communeOf(work);
  require(work.actor, 'meetings.write', { communeId });
  const forms = await publishedOf(work.trx, communeId, 'household');
  const last = await lastQuestionnaire(work.trx, communeId);
  const byDefault =
    forms.find((form) => form.id === last) ?? forms.find((form) => form.code === 'household') ?? forms[0];
  return forms.map((form) => ({ ...form, isDefault: form === byDefault }));
}

/** Plans a meeting of each group on one day: all of them, or none with the groups that stand in the way. */
export async function plan(work: Work, input: NewMeetings) {
  const communeId = communeOf(work);
  require(work.actor, 'meetings.write', { communeId });
  const { heldOn } = input;
  const groupIds = [...new Set(input.groupIds)];
  requireMeetingDay(heldOn, work.today);
  const groups = new Map((await listGroups(work.trx, communeId, heldOn)).map((group) => [group.id, group]));
  const chosen = groupIds.map((id) => found(groups.get(id), { vi: 'tổ này', en: 'such group' }));
  const ended = chosen.filter((group) => !isValidOn(group, heldOn));
  if (ended.length > 0)
    throw groupsEnded(
      ended.map((group) => group.name),
      heldOn,
    );
  const taken = await meetingsOn(work.trx, communeId, heldOn, groupIds);
  if (taken.length > 0)
    throw meetTwice(
      taken.map((row) => groups.get(row.groupId)?.name ?? ''),
      heldOn,
    );
  const forms = await meetingForms(work);
  if (forms.length === 0) throw noForm();
  const form = found(
    forms.find(({ id, isDefault }) => (input.questionnaireId === undefined ? isDefault : id === input.questionnaireId)),
    { vi: 'mẫu phiếu này', en: 'such questionnaire' },
  );
  const rows = groupIds.map((groupId) => ({
    communeId,
    year: yearOf(heldOn),
    id: work.newId(),
    groupId,
    heldOn,
    place: input.place?.trim() || null,
    questionnaireId: form.id,
    questionnaireVersion: form.version,
    createdBy: work.actor.userId,
    createdAt: work.now,
  }));
  await insertMeetings(work.trx, rows);
  for (const row of rows) await work.audit('meetings.plan', row.id, { groupId: row.groupId, heldOn });
  const planned = await findMeetings(work.trx, communeId, rows);
  const wanted = new Map(groupIds.map((id, index) => [id, index]));
  return planned.sort((left, right) => (wanted.get(left.groupId) ?? 0) - (wanted.get(right.groupId) ?? 0));
}

export interface MinutesInput {
  readonly cadrePresent: boolean;
  readonly cadreId?: string | null | undefined;
  readonly householdsPresent: number;
  readonly policiesTold: readonly string[];
  readonly note?: string | null | undefined;
}

/** Writes the minutes; writing them again adds newer ones, which then count. */
export async function record(work: Work, year: number, id: string, input: MinutesInput) {
  const row = await lockedMeeting(work, 'meetings.record', year, id);
  requireOpenMeeting(row);
  const communeId = communeOf(work);
  const cadres = await cadresOfGroups(work.trx, communeId, [row.groupId], row.heldOn);
  const minutes: Minutes = {
    cadrePresent: input.cadrePresent,
    // A group nearly always has one cadre; then nobody has to choose him.
    cadreId: input.cadreId ?? (cadres.length === 1 ? (cadres[0]?.id ?? null) : null),
    householdsPresent: input.householdsPresent,
    policiesTold: [...new Set(input.policiesTold.map((policy) => policy.trim()).filter((policy) => policy !== ''))],
    note: input.note?.trim() || null,
  };
  const households = await householdsOfGroups(work.trx, communeId, [row.groupId], row.heldOn);
  requireMinutes(row, minutes, households.length, work.today);
  if (minutes.cadreId !== null) {
    found(await findCadre(work.trx, communeId, minutes.cadreId), { vi: 'cán bộ này', en: 'such cadre' });
  }
  await addRecord(work, row, { kind: 'minutes', ...minutes, policiesTold: [...minutes.policiesTold] });
  await work.audit('meetings.record', id, { householdsPresent: minutes.householdsPresent });
  return meeting(work, year, id);
}

/** Closes the books of a meeting: minutes are there and every sheet has an end. Nothing is keyed or printed afterwards. */
export async function close(work: Work, year: number, id: string) {
  const row = await lockedMeeting(work, 'meetings.close', year, id);
  requireOpenMeeting(row);
  requireHeld(row);
  const sheets = await sheetsOfMeeting(work.trx, communeOf(work), year, id);
  const open = sheets.filter((sheet) => isOpen(sheet.state));
  const sum = sumSheets(sheets.map((sheet) => sheet.state));
  requireAddedUp(
    sum,
    open.map((sheet) => sheet.number),
  );
  await addRecord(work, row, { kind: 'closed' });
  await work.audit('meetings.close', id, { ...sum });
  return meeting(work, year, id);
}

/** Cancels a meeting that did not take place, with the reason. Answers that were keyed already speak against it. */
export async function cancel(work: Work, year: number, id: string, reason: string) {
  const row = await lockedMeeting(work, 'meetings.close', year, id);
  requireOpenMeeting(row);
  if (reason.trim() === '') throw reasonMissing();
  const sheets = await sheetsOfMeeting(work.trx, communeOf(work), year, id);
  const back = sheets.filter((sheet) => isBack(sheet.state));
  if (back.length > 0) throw sheetsCameBack(row, back.length);
  await addRecord(work, row, { kind: 'cancelled', note: reason.trim() });
  await work.audit('meetings.cancel', id, { sheets: sheets.length });
  return meeting(work, year, id);
}

async function lockedMeeting(work: Work, action: 'meetings.record' | 'meetings.close', year: number, id: string) {
  require(work.actor, action);
  const communeId = communeOf(work);
  await lockMeeting(work.trx, id);
  const row = found(await findMeeting(work.trx, communeId, year, id), MEETING);
  await requirePaper(work, action, row);
  return row;
}

function addRecord(
  work: Work,
  row: FoundMeeting,
  what: Omit<Parameters<typeof appendRecord>[1], 'communeId' | 'year' | 'meetingId'>,
) {
  const place = { communeId: communeOf(work), year: row.year, meetingId: row.id };
  return appendRecord(work.trx, { ...place, ...what, recordedBy: work.actor.userId, recordedAt: work.now });
}

const names = (groups: readonly string[]) =>
  groups.slice(0, 5).join(', ') + (groups.length > 5 ? ` (+${groups.length - 5})` : '');

function meetTwice(groups: readonly string[], heldOn: PlainDate): DomainError {
  return conflict('meeting.same-day', {
    vi: `Đã có kỳ họp ngày ${formatDate(heldOn)} của: ${names(groups)}. Hãy bỏ các tổ này hoặc chọn ngày khác.`,
    en: `There is a meeting on ${formatDate(heldOn)} already of: ${names(groups)}. Leave these out or choose another day.`,
  });
}

function groupsEnded(groups: readonly string[], heldOn: PlainDate): DomainError {
  return invalidField('groupIds', 'meeting.group-ended', {
    vi: `Ngày ${formatDate(heldOn)} các tổ này chưa có hoặc đã giải thể: ${names(groups)}.`,
    en: `These groups do not exist on ${formatDate(heldOn)}: ${names(groups)}.`,
  });
}

const noForm = () =>
  conflict('questionnaire.none-published', {
    vi: 'Chưa có mẫu phiếu hộ gia đình nào được phát hành. Hãy phát hành một mẫu trước khi lập kỳ họp.',
    en: 'No household questionnaire is published yet. Publish one before planning meetings.',
  });

const reasonMissing = () =>
  invalidField('reason', 'meeting.reason-missing', {
    vi: 'Hãy ghi lý do hủy kỳ họp.',
    en: 'Write why the meeting is cancelled.',
  });

function sheetsCameBack(row: FoundMeeting, n: number): DomainError {
  return conflict('meeting.sheets-came-back', {
    vi: `${meetingName(row).vi} đã thu về ${n} phiếu nên không hủy được. Hãy ghi biên bản và khóa sổ.`,
    en: `${n} sheet(s) of ${meetingName(row).en.replace('The', 'the')} came back, so it cannot be cancelled. Record and close it.`,
  });
}
