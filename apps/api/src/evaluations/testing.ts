import type { SeededCommune, TestDatabase } from '@gandan/db/testing';
import { ND335_2025, pointLines } from '@gandan/domain/evaluations';
import { v7 } from 'uuid';
import { seedHouseholds, seedQuestionnaire } from '../meetings/testing.ts';

export interface SeededYear {
  readonly sheets: readonly string[];
}

/**
 * A small year of the first cadre, whose group meets every quarter: he attends the meetings of quarters I and III, misses
 * quarter II; 4 households, 3 of 4 sheets come back each time; petition 1 answered on time, 2 late, 3 overdue. The second
 * group has a meeting and a petition of its own that must not count for him.
 */
export async function seedYear(t: TestDatabase, office: SeededCommune): Promise<SeededYear> {
  const { communeId, groups, cadres } = office;
  const questionnaire = await seedQuestionnaire(t, office);
  const households = await seedHouseholds(t, communeId, groups[0].id, 4);
  const version = { questionnaireId: questionnaire.questionnaireId, questionnaireVersion: questionnaire.version };
  const sheets: string[] = [];

  const meet = async (heldOn: string, groupId: string, cadreId: string, cadrePresent: boolean) => {
    const meetingId = v7();
    const meeting = { communeId, year: 2026, id: meetingId, groupId, heldOn, ...version };
    await t.ownerDb.insertInto('meeting').values(meeting).execute();
    await t.ownerDb
      .insertInto('meetingRecord')
      .values([
        {
          ...{ communeId, year: 2026, meetingId, seq: 1, kind: 'minutes', cadreId, cadrePresent },
          ...{ householdsPresent: 3, policiesTold: ['Hỗ trợ vay vốn'] },
        },
        { communeId, year: 2026, meetingId, seq: 2, kind: 'closed' },
      ])
      .execute();
    return meetingId;
  };
  const hand = async (meetingId: string, first: number) => {
    for (const [index, { id: householdId, headName, address }] of households.entries()) {
      const number = `PL-${String(first + index).padStart(6, '0')}-AA`;
      const sheet = { communeId, year: 2026, number, meetingId, groupId: groups[0].id, householdId, headName, address };
      await t.ownerDb
        .insertInto('sheet')
        .values({ ...sheet, ...version, layoutId: questionnaire.layoutId })
        .execute();
      const kind = index === 3 ? 'refused' : 'entered';
      await t.ownerDb.insertInto('sheetEvent').values({ communeId, year: 2026, number, seq: 1, kind }).execute();
      sheets.push(number);
    }
  };
  await hand(await meet('2026-02-10', groups[0].id, cadres[0].id, true), 1);
  await hand(await meet('2026-05-12', groups[0].id, cadres[0].id, false), 101);
  await hand(await meet('2026-08-11', groups[0].id, cadres[0].id, true), 201);
  await meet('2026-08-12', groups[1].id, cadres[1].id, true);

  const petition = async (number: number, groupId: string, ownerCadreId: string, answeredOn: string | null) => {
    const id = v7();
    const dates = { receivedOn: '2026-02-10', dueOn: '2026-02-24' };
    const words = { kind: 'proposal', field: 'infrastructure', content: 'Đường vào tổ bị ngập' };
    const sheetNumber = groupId === groups[0].id ? (sheets[number - 1] ?? null) : null;
    const row = { communeId, year: 2026, id, number, groupId, sheetNumber, ...words, ...dates };
    await t.ownerDb.insertInto('petition').values(row).execute();
    const event = { communeId, year: 2026, petitionId: id };
    await t.ownerDb
      .insertInto('petitionEvent')
      .values([
        { ...event, seq: 1, kind: 'received', onDate: dates.receivedOn },
        { ...event, seq: 2, kind: 'assigned', onDate: dates.receivedOn, ownerCadreId },
        ...(answeredOn === null ? [] : [{ ...event, seq: 3, kind: 'answered', onDate: answeredOn, text: 'Đã sửa' }]),
      ])
      .execute();
  };
  await petition(1, groups[0].id, cadres[0].id, '2026-02-20');
  await petition(2, groups[0].id, cadres[0].id, '2026-03-20');
  await petition(3, groups[0].id, cadres[0].id, null);
  await petition(4, groups[1].id, cadres[1].id, null);
  return { sheets };
}

/** The same share of the maximum on every line, in half points. */
const points = (share: number) =>
  Object.fromEntries(pointLines(ND335_2025).map((line) => [line.code, Math.floor(line.max * share * 2) / 2]));

export const SELF = { points: points(1), strengths: 'Dự họp tổ đầy đủ.', limits: 'Trả lời chậm.', level: 'good' };
export const COMMENT = { from: 'hamlet', body: 'Ấp Mẫu', text: 'Gần dân, bà con tin cậy.' };
export const PROPOSAL = {
  points: points(0.9),
  strengths: 'Bám sát địa bàn.',
  limits: 'Còn kiến nghị quá hạn.',
  comment: 'Đồng ý với tự đánh giá, cần trả lời kiến nghị đúng hạn.',
};
