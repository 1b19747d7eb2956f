import { type Db, json, slices } from '../schema/index.ts';
import type { PlannedMeeting, PlannedPetition, PlannedSheet } from './year.ts';

/** Under which names the year's rows are stored. */
export interface YearOwner {
  readonly communeId: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: number;
  readonly layoutId: string;
  readonly keyedBy: string;
  readonly recordedBy: string;
}

/** A sheet with the meeting that it was printed for, and a petition with the sheet that it stands on. */
type SheetOfYear = PlannedSheet & { readonly meeting: PlannedMeeting };
type PetitionOfYear = PlannedPetition & { readonly sheet: SheetOfYear };

/** Stores a planned year, a few thousand rows a statement. */
export async function insertYear(trx: Db, owner: YearOwner, meetings: readonly PlannedMeeting[]): Promise<void> {
  const sheets = meetings.flatMap((meeting) => meeting.sheets.map((sheet) => ({ ...sheet, meeting })));
  const petitions = sheets.flatMap((sheet) => sheet.petitions.map((petition) => ({ ...petition, sheet })));
  await insertMeetings(trx, owner, meetings);
  await insertMinutes(trx, owner, meetings);
  await insertSheets(trx, owner, sheets);
  await insertSheetEvents(trx, owner, sheets);
  await insertResponses(trx, owner, sheets);
  await insertPetitions(trx, owner, petitions);
  await insertPetitionEvents(trx, owner, petitions);
  await trx
    .updateTable('office')
    .set({ nextSerial: sheets.length + 1 })
    .where('communeId', '=', owner.communeId)
    .execute();
}

async function insertMeetings(
  trx: Db,
  { communeId, questionnaireId, questionnaireVersion, recordedBy }: YearOwner,
  meetings: readonly PlannedMeeting[],
): Promise<void> {
  for (const rows of slices(meetings)) {
    await trx
      .insertInto('meeting')
      .values(
        rows.map(({ id, year, groupId, heldOn }) => ({
          communeId,
          id,
          year,
          groupId,
          heldOn,
          questionnaireId,
          questionnaireVersion,
          place: 'Nhà văn hóa ấp',
          createdBy: recordedBy,
        })),
      )
      .execute();
  }
}

/** Minutes of the meetings that took place, and the end of those that were closed. */
async function insertMinutes(
  trx: Db,
  { communeId, recordedBy }: YearOwner,
  meetings: readonly PlannedMeeting[],
): Promise<void> {
  const records = meetings.flatMap(({ id: meetingId, year, heldOn, minutes, closed }) => {
    const at = evening(heldOn);
    if (minutes === null) return [];
    const held = {
      communeId,
      year,
      meetingId,
      seq: 1,
      kind: 'minutes',
      ...minutes,
      policiesTold: [...minutes.policiesTold],
      recordedBy,
      recordedAt: at,
    };
    const end = {
      communeId,
      year,
      meetingId,
      seq: 2,
      kind: 'closed',
      cadreId: null,
      cadrePresent: null,
      householdsPresent: null,
      policiesTold: [],
      recordedBy,
      recordedAt: at,
    };
    return closed ? [held, end] : [held];
  });
  for (const rows of slices(records)) await trx.insertInto('meetingRecord').values(rows).execute();
}

async function insertSheets(
  trx: Db,
  { communeId, questionnaireId, questionnaireVersion, layoutId }: YearOwner,
  sheets: readonly SheetOfYear[],
): Promise<void> {
  for (const rows of slices(sheets)) {
    await trx
      .insertInto('sheet')
      .values(
        rows.map(({ number, householdId, headName, address, meeting }) => ({
          communeId,
          year: meeting.year,
          number,
          meetingId: meeting.id,
          groupId: meeting.groupId,
          householdId,
          headName,
          address,
          questionnaireId,
          questionnaireVersion,
          layoutId,
          printedAt: evening(meeting.heldOn, -2),
        })),
      )
      .execute();
  }
}

async function insertSheetEvents(
  trx: Db,
  { communeId, recordedBy }: YearOwner,
  sheets: readonly SheetOfYear[],
): Promise<void> {
  const events = sheets.flatMap(({ number, states, meeting }) =>
    states.map((kind, index) => ({
      communeId,
      year: meeting.year,
      number,
      seq: index + 1,
      kind,
      reason: kind === 'refused' ? 'Hộ không trả lời' : kind === 'lost' ? 'Không thu lại được' : null,
      byAccount: recordedBy,
      at: evening(meeting.heldOn, index === 0 ? -2 : 0),
    })),
  );
  for (const rows of slices(events)) await trx.insertInto('sheetEvent').values(rows).execute();
}

async function insertResponses(
  trx: Db,
  { communeId, keyedBy }: YearOwner,
  sheets: readonly SheetOfYear[],
): Promise<void> {
  const responses = sheets.flatMap(({ number, responseId, answers, meeting }) =>
    answers === null
      ? []
      : [
          {
            communeId,
            year: meeting.year,
            id: responseId,
            sheetNumber: number,
            groupId: meeting.groupId,
            answers: json(answers),
            keyedBy,
            seconds: 38,
            submittedAt: evening(meeting.heldOn, 1),
          },
        ],
  );
  for (const rows of slices(responses)) await trx.insertInto('response').values(rows).execute();
}

async function insertPetitions(
  trx: Db,
  { communeId, keyedBy }: YearOwner,
  petitions: readonly PetitionOfYear[],
): Promise<void> {
  for (const rows of slices(petitions)) {
    await trx
      .insertInto('petition')
      .values(
        rows.map(({ id, number, question, content, field, replyBy, receivedOn, dueOn, sheet }) => ({
          communeId,
          year: sheet.meeting.year,
          id,
          number,
          kind: 'proposal',
          field,
          content,
          groupId: sheet.meeting.groupId,
          householdId: sheet.householdId,
          sheetNumber: sheet.number,
          question,
          replyBy,
          receivedOn,
          dueOn,
          createdBy: keyedBy,
        })),
      )
      .execute();
  }
}

async function insertPetitionEvents(
  trx: Db,
  { communeId, recordedBy }: YearOwner,
  petitions: readonly PetitionOfYear[],
): Promise<void> {
  const follow = petitions.flatMap(({ id, events: steps, dueOn, sheet }) =>
    steps.map(({ kind, onDate, ownerCadreId, text }, index) => ({
      communeId,
      year: sheet.meeting.year,
      petitionId: id,
      seq: index + 1,
      kind,
      onDate,
      ownerCadreId: ownerCadreId ?? null,
      text: text ?? null,
      dueOn: kind === 'received' ? dueOn : null,
      byAccount: recordedBy,
      at: evening(onDate),
    })),
  );
  for (const rows of slices(follow)) await trx.insertInto('petitionEvent').values(rows).execute();
}

/** Eight in the evening in Vietnam, some days later. */
function evening(day: string, daysLater = 0): Date {
  const at = new Date(`${day}T20:00:00+07:00`);
  at.setUTCDate(at.getUTCDate() + daysLater);
  return at;
}
