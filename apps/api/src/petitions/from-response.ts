import { insertPetition, nextPetitionNumber, petitionsOfSheet } from '@gandan/db/petitions';
import type { FoundSheet } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import type { Answers } from '@gandan/domain/entry';
import { dueOn, petitionsFromAnswers } from '@gandan/domain/petitions';
import { communeOf } from '@gandan/domain/policy';
import type { PaperQuestion } from '@gandan/domain/questionnaires';

/**
 * Puts the petitions of a keyed sheet into the register, each place of the sheet once: a correction adds what the first
 * keying missed and never takes back a petition that the office has already received. Received on the day of the meeting,
 * when the household handed it over: slow keying must not make an answer look quick.
 */
export async function petitionsFromResponse(
  work: Work,
  sheet: FoundSheet,
  questions: readonly PaperQuestion[],
  answers: Answers,
): Promise<readonly { readonly year: number; readonly id: string; readonly number: number }[]> {
  const communeId = communeOf(work);
  const written = petitionsFromAnswers(questions, answers);
  if (written.length === 0) return [];
  const known = new Set(
    (await petitionsOfSheet(work.trx, communeId, sheet.year, sheet.number)).map((row) => row.question),
  );
  const fresh = written.filter((petition) => !known.has(petition.question));
  if (fresh.length === 0) return [];
  const { year } = sheet;
  const handedInEarly = sheet.heldOn > work.today;
  const receivedOn = handedInEarly ? work.today : sheet.heldOn;
  let number = await nextPetitionNumber(work.trx, communeId, year);
  const made = [];
  for (const { question, content, field, replyBy } of fresh) {
    const id = work.newId();
    const due = dueOn('proposal', receivedOn);
    const origin = { sheetNumber: sheet.number, question, groupId: sheet.groupId, householdId: sheet.householdId };
    const what = { kind: 'proposal', field, content, replyBy };
    const row = { communeId, year, id, number, ...origin, ...what, receivedOn, dueOn: due };
    await insertPetition(work.trx, { ...row, createdBy: work.actor.userId, createdAt: work.now }, work.now);
    await work.audit('petitions.receive', id, { number, sheet: sheet.number });
    made.push({ year, id, number });
    number += 1;
  }
  return made;
}
