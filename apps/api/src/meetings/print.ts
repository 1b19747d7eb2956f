import { cadresOfGroups, type FoundMeeting, findMeetings, householdsOfGroups } from '@gandan/db/meetings';
import { findTemplate } from '@gandan/db/questionnaires';
import {
  appendEvents,
  insertSheets,
  lockMeetings,
  lockPrinting,
  type NewEvent,
  sheetsOfMeetings,
  takeSerials,
} from '@gandan/db/sheets';
import { findOffice } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { conflict, found, notFound } from '@gandan/domain/errors';
import { meetingName, type PacketView, requireOpenMeeting } from '@gandan/domain/meetings';
import { communeOf, require } from '@gandan/domain/policy';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import { type PrintPlan, planPrint, sheetNumber } from '@gandan/domain/sheets';

export interface PrintRequest {
  readonly meetings: readonly { readonly year: number; readonly id: string }[];
  /** A reprint: sheets that are still out get new numbers and the old copies are void. */
  readonly again?: boolean | undefined;
}

/** A meeting's packet and the laid-out form that its sheets are stamped on. */
export interface Packet {
  readonly view: PacketView;
  readonly layout: LayoutMap;
  readonly templatePdf: Uint8Array;
  /** When the newest of its sheets was numbered: stands in the PDF, so that the same rows give the same bytes. */
  readonly printedAt: Date;
}

/** What would be printed, without numbering anything: who may, whether the meetings are open, and every name as it is. */
export async function planPackets(work: Work, request: PrintRequest): Promise<readonly Planned[]> {
  require(work.actor, 'sheets.print');
  const communeId = communeOf(work);
  const ids = [...new Set(request.meetings.map((meeting) => meeting.id))];
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
      planned.push(planMeeting(work, meeting, around, sheets.get(meeting.id) ?? [], request.again === true));
    }
  }
  return planned.sort((left, right) => left.meeting.groupCode.localeCompare(right.meeting.groupCode, 'vi'));
}

/**
 * Numbers the sheets, enters them in the ledger and gives the packets to draw. The caller draws and stores the PDF in
 * the same transaction: killed in between, no number is spent and no sheet is in the ledger; resumed, it gives the same.
 */
export async function enterPackets(work: Work, request: PrintRequest, jobId: string): Promise<readonly Packet[]> {
  const communeId = communeOf(work);
  await lockPrinting(work.trx, communeId);
  const meetingIds = request.meetings.map((meeting) => meeting.id);
  await lockMeetings(work.trx, meetingIds);
  const planned = await planPackets(work, request);
  const office = found(await findOffice(work.trx, communeId), { vi: 'văn phòng này', en: 'such office' });
  const wanted = planned.reduce((sum, { plan }) => sum + plan.fresh.length, 0);
  let serial = await takeSerials(work.trx, communeId, wanted);
  const number = () => sheetNumber(office.sheetPrefix, serial++).text;
  const templates = templatesOf(work);
  const numbered: Numbered[] = [];
  for (const each of planned) {
    const form = await templates(each.meeting.questionnaireId, each.meeting.questionnaireVersion);
    numbered.push({ ...each, form, sheets: each.plan.fresh.map((sheet) => ({ ...sheet, number: number() })) });
  }
  for (const [year, ofYear] of Map.groupBy(numbered, ({ meeting }) => meeting.year)) {
    await enter(work, year, ofYear, jobId);
  }
  const facts = { sheets: wanted, meetings: planned.length, again: request.again === true };
  await work.audit('sheets.print', jobId, facts);
  const years = [...new Set(planned.map(({ meeting }) => meeting.year))];
  const stored = await sheetsOfMeetings(work.trx, communeId, years, meetingIds);
  const ofMeeting = Map.groupBy(stored, (sheet) => sheet.meetingId);
  return numbered.map((each) => packetOf(office, each, ofMeeting.get(each.meeting.id) ?? []));
}

type Sheet = Awaited<ReturnType<typeof sheetsOfMeetings>>[number];
type Home = Awaited<ReturnType<typeof householdsOfGroups>>[number];
type Follower = Awaited<ReturnType<typeof cadresOfGroups>>[number];

interface Planned {
  readonly meeting: FoundMeeting;
  readonly cadres: readonly Follower[];
  readonly households: readonly Home[];
  readonly plan: PrintPlan;
}

interface Numbered extends Planned {
  readonly form: NonNullable<Awaited<ReturnType<typeof findTemplate>>>;
  readonly sheets: readonly (PrintPlan['fresh'][number] & { readonly number: string })[];
}

function planMeeting(
  work: Work,
  meeting: FoundMeeting,
  { cadres, households }: Pick<Planned, 'cadres' | 'households'>,
  sheets: readonly Sheet[],
  again: boolean,
): Planned {
  const groupCadreIds = cadres.map((cadre) => cadre.id);
  require(work.actor, 'sheets.print', { communeId: communeOf(work), groupId: meeting.groupId, groupCadreIds });
  requireOpenMeeting(meeting);
  if (households.length === 0) throw noHouseholds(meeting.groupName);
  const householdIds = households.map((household) => household.id);
  const plan = planPrint(householdIds, sheets, again);
  if (plan.fresh.length + plan.kept.length === 0) throw nothingLeft(meeting);
  return { meeting, cadres, households, plan };
}

/** The sheets of a year's meetings into the ledger: old copies void, new ones printed. */
async function enter(work: Work, year: number, meetings: readonly Numbered[], jobId: string): Promise<void> {
  const communeId = communeOf(work);
  const events: NewEvent[] = [];
  const rows: Parameters<typeof insertSheets>[1][number][] = [];
  for (const { meeting, households, form, sheets } of meetings) {
    const { groupId, questionnaireId, questionnaireVersion } = meeting;
    const homes = new Map(households.map((household) => [household.id, household]));
    for (const { number, householdId, generation, replaces } of sheets) {
      const { headName = '', address = '' } = homes.get(householdId) ?? {};
      const what = { questionnaireId, questionnaireVersion, layoutId: form.layoutId, generation };
      const whose = { meetingId: meeting.id, groupId, householdId, headName, address };
      rows.push({ communeId, year, number, ...whose, ...what, printedAt: work.now, printJobId: jobId });
      if (replaces !== undefined) {
        events.push({ number: replaces, kind: 'void', reason: `In lại, thay bằng ${number}` });
      }
      events.push({ number, kind: 'printed', reason: null });
    }
  }
  await insertSheets(work.trx, rows);
  await appendEvents(work.trx, { communeId, year, byAccount: work.actor.userId, at: work.now }, events);
}

/** Packets of one request nearly always share one form: it is read once. */
function templatesOf(work: Work) {
  const known = new Map<string, ReturnType<typeof findTemplate>>();
  return async (questionnaireId: string, version: number) => {
    const key = `${questionnaireId} ${version}`;
    const reading = known.get(key) ?? findTemplate(work.trx, communeOf(work), questionnaireId, version);
    known.set(key, reading);
    return found(await reading, { vi: 'mẫu in của phiếu', en: 'printed form of the questionnaire' });
  };
}

/** The papers of a meeting as data, from stored rows only: the same rows always give the same PDF. */
function packetOf(
  office: { readonly superiorName: string; readonly issuerName: string; readonly placeName: string },
  { meeting, cadres, households, plan, form, sheets }: Numbered,
  stored: readonly Sheet[],
): Packet {
  const printing = new Set([...plan.kept, ...sheets.map((sheet) => sheet.number)]);
  const order = new Map(households.map((household, index) => [household.id, index]));
  const printed = stored
    .filter((sheet) => printing.has(sheet.number))
    .sort((left, right) => (order.get(left.householdId) ?? 0) - (order.get(right.householdId) ?? 0));
  const { superiorName, issuerName, placeName } = office;
  const { headName, deputyName, heldOn, place } = meeting;
  return {
    layout: form.map,
    templatePdf: form.templatePdf,
    printedAt: new Date(Math.max(...printed.map((sheet) => sheet.printedAt.getTime()))),
    view: {
      office: { superiorName, issuerName, placeName },
      hamletName: meeting.hamletName,
      group: { code: meeting.groupCode, name: meeting.groupName, headName, deputyName },
      meeting: { heldOn, place },
      cadreNames: cadres.map((cadre) => cadre.name),
      sheets: printed.map((sheet) => ({
        number: sheet.number,
        householdCode: sheet.householdCode,
        headName: sheet.headName,
        address: sheet.address,
      })),
    },
  };
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
