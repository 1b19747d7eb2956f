import { cadresOfGroups, type FoundMeeting, findMeetings, householdsOfGroups } from '@gandan/db/meetings';
import { lockPrinting, sheetsOfMeetings, takeSerials } from '@gandan/db/sheets';
import { findOffice } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { conflict, found, invalidField, notFound } from '@gandan/domain/errors';
import { meetingName, requireOpenMeeting } from '@gandan/domain/meetings';
import { communeOf, require } from '@gandan/domain/policy';
import { type PrintPlan, planPrint, planReprint, sheetNumber } from '@gandan/domain/sheets';
import type { PlannedPrint } from './planned-print.ts';
import { type PrintForm, printForms } from './print-forms.ts';
import { leftOut, type PrintRequest } from './print-request.ts';
import { splitFiles } from './split-files.ts';

export type Sheet = Awaited<ReturnType<typeof sheetsOfMeetings>>[number];
type Home = Awaited<ReturnType<typeof householdsOfGroups>>[number];
type Follower = Awaited<ReturnType<typeof cadresOfGroups>>[number];

/** A meeting with everything around it, and what printing does to its sheets. */
export interface Planned {
  readonly meeting: FoundMeeting;
  readonly cadres: readonly Follower[];
  /** The households whose sheets are printed. */
  readonly households: readonly Home[];
  /** The sheets that the meeting has so far. */
  readonly sheets: readonly Sheet[];
  readonly plan: PrintPlan;
}

/** The same with the numbers of its new sheets and the form that they are stamped on. */
export interface Numbered extends Planned {
  readonly form: PrintForm;
  readonly fresh: readonly (PrintPlan['fresh'][number] & { readonly number: string })[];
}

/** What would be printed, without numbering anything: who may, whether the meetings are open, and every name as it is. */
export async function planPackets(work: Work, request: PrintRequest): Promise<readonly Planned[]> {
  require(work.actor, 'sheets.print');
  const communeId = communeOf(work);
  const ids = [...new Set(request.meetings.map((meeting) => meeting.id))];
  requireReprintRequest(request, ids.length);
  const rows = await findMeetings(work.trx, communeId, request.meetings);
  if (rows.length < ids.length) throw notFound({ vi: 'kỳ họp này', en: 'such meeting' });
  const years = [...new Set(rows.map((row) => row.year))];
  const sheets = Map.groupBy(await sheetsOfMeetings(work.trx, communeId, years, ids), (sheet) => sheet.meetingId);
  const planned: Planned[] = [];
  for (const [heldOn, ofDay] of Map.groupBy(rows, (row) => row.heldOn)) {
    const groupIds = ofDay.map((row) => row.groupId);
    const cadres = Map.groupBy(await cadresOfGroups(work.trx, communeId, groupIds, heldOn), (row) => row.groupId);
    const homes = Map.groupBy(await householdsOfGroups(work.trx, communeId, groupIds, heldOn), (row) => row.groupId);
    for (const meeting of ofDay) {
      const around = { cadres: cadres.get(meeting.groupId) ?? [], households: homes.get(meeting.groupId) ?? [] };
      planned.push(planMeeting(work, meeting, around, sheets.get(meeting.id) ?? [], request));
    }
  }
  if (isNothing(request, planned)) throw nothingAsked();
  return planned.sort((left, right) => left.meeting.groupCode.localeCompare(right.meeting.groupCode, 'vi'));
}

/**
 * Gives every new sheet its number and says, file by file, what is going to be printed. The ledger knows nothing of it
 * yet: it learns of the sheets when their paper is complete (`enterPrint`). Numbers that were given out are not given
 * out again, whatever becomes of the print.
 */
export async function numberPackets(work: Work, request: PrintRequest): Promise<PlannedPrint> {
  const communeId = communeOf(work);
  await lockPrinting(work.trx, communeId);
  const planned = await planPackets(work, request);
  const office = found(await findOffice(work.trx, communeId), { vi: 'văn phòng này', en: 'such office' });
  const forms = await printForms(work, request, planned);
  const wanted = planned.reduce((sum, { plan }) => sum + plan.fresh.length, 0);
  let serial = await takeSerials(work.trx, communeId, wanted);
  const numbered: Numbered[] = planned.map((each) => ({
    ...each,
    form: forms.sheet(each.meeting),
    fresh: each.plan.fresh.map((sheet) => ({ ...sheet, number: sheetNumber(office.sheetPrefix, serial++).text })),
  }));
  const { superiorName, issuerName, placeName } = office;
  return {
    madeAt: work.now.toISOString(),
    reason: request.reason ?? '',
    files: splitFiles(numbered, { office: { superiorName, issuerName, placeName }, forms, request, work }),
  };
}

/** No sheets, no minutes, and no slips: slips ask about a cadre, so where nobody is in charge there are none. */
function isNothing(request: PrintRequest, planned: readonly Planned[]): boolean {
  const out = leftOut(request);
  const slips = request.papers?.slips === true && planned.some(({ cadres }) => cadres.length > 0);
  return out.includes('sheets') && out.includes('minutes') && !slips;
}

/** Where a reprint of some sheets can be asked for, and that it says why. */
function requireReprintRequest(request: PrintRequest, meetings: number): void {
  if (request.sheets === undefined) return;
  if (meetings > 1) throw onlyOneMeeting();
  if (request.papers?.sheets === false) throw onlyOneMeeting();
  if ((request.reason ?? '') === '') throw reasonMissing();
}

function planMeeting(
  work: Work,
  meeting: FoundMeeting,
  { cadres, households }: Pick<Planned, 'cadres' | 'households'>,
  sheets: readonly Sheet[],
  request: PrintRequest,
): Planned {
  const groupCadreIds = cadres.map((cadre) => cadre.id);
  require(work.actor, 'sheets.print', { communeId: communeOf(work), groupId: meeting.groupId, groupCadreIds });
  requireOpenMeeting(meeting);
  const around = { meeting, cadres, sheets };
  if (request.sheets !== undefined) {
    const plan = planReprint(sheets, request.sheets);
    if (plan.fresh.length === 0) throw nothingLeft(meeting);
    return { ...around, plan, households: homesOf(plan, sheets, households) };
  }
  if (households.length === 0) throw noHouseholds(meeting.groupName);
  // Without sheets there is nothing to number: the other papers go by the households of that day.
  if (leftOut(request).includes('sheets')) return { ...around, households, plan: { fresh: [], kept: [] } };
  const householdIds = households.map((household) => household.id);
  const plan = planPrint(householdIds, sheets, request.again === true);
  if (plan.fresh.length + plan.kept.length === 0) throw nothingLeft(meeting);
  return { ...around, households, plan };
}

/** The households of a reprint, as they are named now; one that left the group keeps the name that its sheet has. */
function homesOf({ fresh }: PrintPlan, sheets: readonly Sheet[], households: readonly Home[]): readonly Home[] {
  const known = new Map(households.map((household) => [household.id, household]));
  const ofSheet = new Map(sheets.map((sheet) => [sheet.number, sheet]));
  return fresh.flatMap(({ householdId, replaces = '' }) => {
    const home = known.get(householdId);
    const sheet = ofSheet.get(replaces);
    if (home !== undefined) return [home];
    if (sheet === undefined) return [];
    const { householdCode: code, headName, address } = sheet;
    return [{ id: householdId, groupId: '', code, headName, address }];
  });
}

const noHouseholds = (groupName: string) =>
  conflict('meeting.no-households', {
    vi: `${groupName} chưa có hộ nào vào ngày họp nên không có gì để in. Hãy nhập danh sách hộ trước.`,
    en: `${groupName} has no household on the day of the meeting, so there is nothing to print. Import its households first.`,
  });

const nothingLeft = (meeting: { groupName: string; heldOn: string }) =>
  conflict('meeting.nothing-to-print', {
    vi: `${meetingName(meeting).vi}: mọi phiếu đã thu về hoặc đã có kết quả, không còn phiếu nào để in.`,
    en: `${meetingName(meeting).en}: every sheet came back or has its end; there is none left to print.`,
  });

const nothingAsked = () =>
  invalidField('papers', 'print.nothing-asked', {
    vi: 'Chưa chọn giấy nào để in. Hãy chọn phiếu, biên bản hoặc phiếu góp ý (tổ phải có cán bộ phụ trách).',
    en: 'No paper to print is chosen. Choose sheets, minutes or slips (for a group that a cadre follows).',
  });

const onlyOneMeeting = () =>
  invalidField('sheets', 'print.one-meeting', {
    vi: 'In lại từng phiếu thì chọn đúng một kỳ họp, và in phiếu.',
    en: 'To print single sheets again, choose one meeting and print its sheets.',
  });

const reasonMissing = () =>
  invalidField('reason', 'print.reason-missing', {
    vi: 'Hãy ghi lý do in lại: bản cũ sẽ hủy và sổ phiếu ghi lý do này.',
    en: 'Write why the sheets are printed again: the old copies become void and the ledger says why.',
  });
