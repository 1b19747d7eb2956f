import { findMeetings } from '@gandan/db/meetings';
import {
  appendEvents,
  insertSheets,
  insertSlipTokens,
  lockMeetings,
  type NewEvent,
  sheetsOfMeetings,
} from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { requireOpenMeeting } from '@gandan/domain/meetings';
import { communeOf } from '@gandan/domain/policy';
import { planHolds } from '@gandan/domain/sheets';
import type { PlannedFile, PlannedPacket, PlannedPrint } from './planned-print.ts';

/** A token's hash with all that is kept beside it. */
export interface PrintedSlip {
  readonly tokenHash: Buffer;
  readonly groupId: string;
  readonly period: string;
  readonly layoutId: string;
}

/**
 * Enters a print whose paper is complete: new sheets are printed, the copies that they replace are void, the slips leave
 * their hashes. Says false, and changes nothing, when one of the sheets was moved or printed by somebody else since the
 * numbers were given out: the paper that was drawn is then wrong.
 */
export async function enterPrint(
  work: Work,
  print: PlannedPrint,
  slips: readonly PrintedSlip[],
  jobId: string,
): Promise<boolean> {
  const communeId = communeOf(work);
  const packets = print.files.flatMap((file) => file.packets.map((packet) => ({ file, packet })));
  const meetings = packets.map(({ packet }) => packet.meeting);
  const ids = [...new Set(meetings.map((meeting) => meeting.id))];
  await lockMeetings(work.trx, ids);
  for (const meeting of await findMeetings(work.trx, communeId, meetings)) requireOpenMeeting(meeting);
  const years = [...new Set(meetings.map((meeting) => meeting.year))];
  const stored = Map.groupBy(await sheetsOfMeetings(work.trx, communeId, years, ids), (sheet) => sheet.meetingId);
  const holds = packets.every(({ packet }) => planHolds(packet.fresh, stored.get(packet.meeting.id) ?? []));
  if (!holds) return false;
  for (const [year, ofYear] of Map.groupBy(packets, ({ packet }) => packet.meeting.year)) {
    await enter(work, year, ofYear, print, jobId);
  }
  await insertSlipTokens(
    work.trx,
    slips.map((slip) => ({ communeId, ...slip })),
  );
  const sheets = packets.reduce((sum, { packet }) => sum + packet.fresh.length, 0);
  const replaced = packets.flatMap(({ packet }) => packet.fresh).filter((sheet) => sheet.replaces !== undefined).length;
  await work.audit('sheets.print', jobId, { sheets, replaced, meetings: ids.length, slips: slips.length });
  return true;
}

type Packed = { readonly file: PlannedFile; readonly packet: PlannedPacket };

async function enter(
  work: Work,
  year: number,
  packed: readonly Packed[],
  { madeAt, reason }: PlannedPrint,
  printJobId: string,
): Promise<void> {
  const communeId = communeOf(work);
  const printedAt = new Date(madeAt);
  const events: NewEvent[] = [];
  const rows: Parameters<typeof insertSheets>[1][number][] = [];
  for (const { file, packet } of packed) {
    const { questionnaireId, version: questionnaireVersion, layoutId } = file.forms.sheet;
    const { id: meetingId, groupId } = packet.meeting;
    const paper = { communeId, year, meetingId, groupId, questionnaireId, questionnaireVersion, layoutId };
    const texts = new Map(packet.view.sheets.map((sheet) => [sheet.number, sheet]));
    for (const { number, householdId, generation, replaces } of packet.fresh) {
      const { headName = '', address = '' } = texts.get(number) ?? {};
      rows.push({ ...paper, number, householdId, generation, headName, address, printedAt, printJobId });
      if (replaces !== undefined) events.push({ number: replaces, kind: 'void', reason: voidReason(number, reason) });
      events.push({ number, kind: 'printed', reason: null });
    }
  }
  await insertSheets(work.trx, rows);
  await appendEvents(work.trx, { communeId, year, byAccount: work.actor.userId, at: work.now }, events);
}

const voidReason = (number: string, reason: string) =>
  reason === '' ? `In lại, thay bằng ${number}` : `In lại, thay bằng ${number}: ${reason}`;
