import type { SeededCommune, TestDatabase } from '@gandan/db/testing';
import { systemClock, type Work, withActor } from '@gandan/db/work';
import type { Answer, Answers } from '@gandan/domain/entry';
import { systemActor } from '@gandan/domain/policy';
import { HOUSEHOLD_QUESTIONNAIRE, paperQuestions } from '@gandan/domain/questionnaires';
import { v7 } from 'uuid';
import { type InstalledQuestionnaire, installFor } from '../questionnaires/install.ts';
import { enterPrint } from './enter-print.ts';
import type { PlannedPacket } from './planned-print.ts';
import { numberPackets } from './print.ts';
import type { PrintRequest } from './print-request.ts';

/** The shipped questionnaire of a seeded office, published. */
export function seedQuestionnaire(t: TestDatabase, commune: SeededCommune): Promise<InstalledQuestionnaire> {
  const { communeId } = commune;
  return withActor(t.db, systemActor(communeId), systemClock, (work) => installFor(work, communeId));
}

/** `n` fictional households of a group: H-101, H-102 … */
export async function seedHouseholds(t: TestDatabase, communeId: string, groupId: string, n: number, from = 101) {
  const rows = Array.from({ length: n }, (_, index) => {
    const code = `H-${from + index}`;
    const headName = `Lê Thị Thử ${from + index}`;
    const keys = { sortKey: headName.toLowerCase(), searchKey: headName.toLowerCase() };
    return {
      communeId,
      id: v7(),
      code,
      groupId,
      headName,
      address: `Số ${index + 1}, Ấp Mẫu`,
      ...keys,
      validFrom: '2026-01-01',
    };
  });
  await t.ownerDb.insertInto('household').values(rows).execute();
  return rows;
}

/** A sheet filled in by a household without petitions; `changes` are what it answered otherwise. */
export function filledSheet(changes: Answers = {}): Answers {
  const answers: Record<string, Answer> = {};
  for (const { name, item } of paperQuestions(HOUSEHOLD_QUESTIONNAIRE)) {
    if (item.type === 'select_one') answers[name] = { value: '1' };
    else if (item.type === 'select_multiple') answers[name] = { value: ['1'] };
    else if (item.type === 'integer') answers[name] = { value: 1 };
    else answers[name] = { missing: 'blank' };
  }
  const ruledOut = { uninsured: { missing: 'skipped' }, out_of_school_reason: { missing: 'skipped' } } as const;
  return { ...answers, ...ruledOut, ...changes };
}

/** Numbers sheets and enters them in the ledger as a print does, without drawing any paper; gives the packets. */
export async function enterPackets(
  work: Work,
  request: PrintRequest,
  jobId: string,
): Promise<readonly PlannedPacket[]> {
  const print = await numberPackets(work, request);
  await enterPrint(work, print, [], jobId);
  return print.files.flatMap((file) => file.packets);
}
