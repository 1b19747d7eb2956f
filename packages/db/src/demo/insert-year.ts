import { type Db, json } from '../schema/index.ts';
import type { PlannedMeeting } from './year.ts';

/** Under which names the year's rows are stored. */
export interface YearOwner {
  readonly communeId: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: number;
  readonly layoutId: string;
  readonly keyedBy: string;
  readonly recordedBy: string;
}

// PostgreSQL takes 65,535 parameters a statement; the widest row here has 13.
const ROWS_AT_ONCE = 2000;

/** Stores a planned year, a few thousand rows a statement. */
export async function insertYear(trx: Db, owner: YearOwner, meetings: readonly PlannedMeeting[]): Promise<void> {
  const { communeId, questionnaireId, questionnaireVersion, layoutId, keyedBy, recordedBy } = owner;
  const sheets = meetings.flatMap((meeting) => meeting.sheets.map((sheet) => ({ ...sheet, meeting })));
  const petitions = sheets.flatMap((sheet) => sheet.petitions.map((petition) => ({ ...petition, sheet })));

  for (const rows of chunks(meetings)) {
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
  for (const rows of chunks(records)) await trx.insertInto('meetingRecord').values(rows).execute();

  for (const rows of chunks(sheets)) {
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
  for (const rows of chunks(events)) await trx.insertInto('sheetEvent').values(rows).execute();
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
  for (const rows of chunks(responses)) await trx.insertInto('response').values(rows).execute();

  for (const rows of chunks(petitions)) {
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
  for (const rows of chunks(follow)) await trx.insertInto('petitionEvent').values(rows).execute();
  await trx
    .updateTable('office')
    .set({ nextSerial: sheets.length + 1 })
    .where('communeId', '=', communeId)
    .execute();
}

/** Eight in the evening in Vietnam, some days later. */
function evening(day: string, daysLater = 0): Date {
  const at = new Date(`${day}T20:00:00+07:00`);
  at.setUTCDate(at.getUTCDate() + daysLater);
  return at;
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE);
}
