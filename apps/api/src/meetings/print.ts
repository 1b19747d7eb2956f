import { cadresOfGroupOn, findMeeting, householdsOfGroup } from '@gandan/db/meetings';
import { findTemplate } from '@gandan/db/questionnaires';
import { appendEvents, insertSheets, lockMeeting, lockPrinting, sheetsOfMeeting, takeSerials } from '@gandan/db/sheets';
import { findOffice } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { conflict, found } from '@gandan/domain/errors';
import { meetingName, type PacketView, requireOpenMeeting } from '@gandan/domain/meetings';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import { type PrintPlan, planPrint, sheetNumber } from '@gandan/domain/sheets';
import { communeOf } from '../files/local-store.ts';
import { requirePaper } from '../sheets/find.ts';

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

type Planned = Awaited<ReturnType<typeof planMeeting>>;

/** What would be printed, without numbering anything: who may, whether the meetings are open, and every name as it is. */
export async function planPackets(work: Work, request: PrintRequest): Promise<readonly Planned[]> {
  const planned: Planned[] = [];
  for (const { year, id } of request.meetings) planned.push(await planMeeting(work, year, id, request.again === true));
  return planned.sort((left, right) => left.meeting.groupCode.localeCompare(right.meeting.groupCode, 'vi'));
}

/**
 * Numbers the sheets, enters them in the ledger and gives the packets to draw. The caller draws and stores the PDF in
 * the same transaction: killed in between, no number is spent and no sheet is in the ledger; resumed, it gives the same.
 */
export async function enterPackets(work: Work, request: PrintRequest, jobId: string): Promise<readonly Packet[]> {
  const communeId = communeOf(work);
  await lockPrinting(work.trx, communeId);
  for (const { id } of [...request.meetings].sort((a, b) => a.id.localeCompare(b.id))) await lockMeeting(work.trx, id);
  const planned = await planPackets(work, request);
  const office = found(await findOffice(work.trx, communeId), { vi: 'văn phòng này', en: 'such office' });
  const wanted = planned.reduce((sum, { plan }) => sum + plan.fresh.length, 0);
  let serial = await takeSerials(work.trx, communeId, wanted);
  const templates = templatesOf(work);
  const packets: Packet[] = [];
  for (const each of planned) {
    const { meeting, households, plan } = each;
    const { layoutId, map, templatePdf } = await templates(meeting.questionnaireId, meeting.questionnaireVersion);
    const numbered = plan.fresh.map((sheet) => ({ ...sheet, number: sheetNumber(office.sheetPrefix, serial++).text }));
    await enter(work, each, numbered, layoutId, jobId);
    const stored = await sheetsOfMeeting(work.trx, communeId, meeting.year, meeting.id);
    const printing = new Set([...plan.kept, ...numbered.map((sheet) => sheet.number)]);
    const order = new Map(households.map((household, index) => [household.id, index]));
    const sheets = stored
      .filter((sheet) => printing.has(sheet.number))
      .sort((left, right) => (order.get(left.householdId) ?? 0) - (order.get(right.householdId) ?? 0));
    const printedAt = new Date(Math.max(...sheets.map((sheet) => sheet.printedAt.getTime())));
    packets.push({ view: viewOf(office, each, sheets), layout: map, templatePdf, printedAt });
  }
  const sheets = { sheets: wanted, meetings: planned.length };
  await work.audit('sheets.print', jobId, { ...sheets, again: request.again === true });
  return packets;
}

async function planMeeting(work: Work, year: number, id: string, again: boolean) {
  const communeId = communeOf(work);
  const meeting = found(await findMeeting(work.trx, communeId, year, id), { vi: 'kỳ họp này', en: 'such meeting' });
  await requirePaper(work, 'sheets.print', meeting);
  requireOpenMeeting(meeting);
  const cadres = await cadresOfGroupOn(work.trx, communeId, [meeting.groupId], meeting.heldOn);
  const households = await householdsOfGroup(work.trx, communeId, meeting.groupId, meeting.heldOn);
  if (households.length === 0) throw noHouseholds(meeting.groupName);
  const sheets = await sheetsOfMeeting(work.trx, communeId, year, id);
  const plan = planPrint(
    households.map((household) => household.id),
    sheets,
    again,
  );
  if (plan.fresh.length + plan.kept.length === 0) throw nothingLeft(meeting);
  return { meeting, cadres, households, plan };
}

async function enter(
  work: Work,
  { meeting, households }: Planned,
  numbered: readonly (PrintPlan['fresh'][number] & { readonly number: string })[],
  layoutId: string,
  jobId: string,
): Promise<void> {
  const { communeId, year } = { communeId: communeOf(work), year: meeting.year };
  const stamp = { communeId, year, byAccount: work.actor.userId, at: work.now };
  const byId = new Map(households.map((household) => [household.id, household]));
  const replaced = numbered.flatMap(({ replaces, number }) =>
    replaces === undefined ? [] : [{ number: replaces, kind: 'void' as const, reason: `In lại, thay bằng ${number}` }],
  );
  await appendEvents(work.trx, stamp, replaced);
  const rows = numbered.map(({ number, householdId, generation }) => ({
    communeId,
    year,
    number,
    meetingId: meeting.id,
    groupId: meeting.groupId,
    householdId,
    questionnaireId: meeting.questionnaireId,
    questionnaireVersion: meeting.questionnaireVersion,
    layoutId,
    generation,
    headName: byId.get(householdId)?.headName ?? '',
    address: byId.get(householdId)?.address ?? '',
    printedAt: work.now,
    printJobId: jobId,
  }));
  await insertSheets(work.trx, rows);
  await appendEvents(
    work.trx,
    stamp,
    numbered.map(({ number }) => ({ number, kind: 'printed', reason: null })),
  );
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
function viewOf(
  office: { readonly superiorName: string; readonly issuerName: string; readonly placeName: string },
  { meeting, cadres }: Planned,
  sheets: readonly { number: string; householdCode: string; headName: string; address: string }[],
): PacketView {
  const { superiorName, issuerName, placeName } = office;
  const { headName, deputyName, heldOn, place } = meeting;
  return {
    office: { superiorName, issuerName, placeName },
    hamletName: meeting.hamletName,
    group: { code: meeting.groupCode, name: meeting.groupName, headName, deputyName },
    meeting: { heldOn, place },
    cadreNames: cadres.map((cadre) => cadre.name),
    sheets: sheets.map((sheet) => ({
      number: sheet.number,
      householdCode: sheet.householdCode,
      headName: sheet.headName,
      address: sheet.address,
    })),
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
