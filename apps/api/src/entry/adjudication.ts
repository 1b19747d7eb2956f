import { findAdjudication, insertAdjudication, insertResponse } from '@gandan/db/entry';
import { lockMeeting } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import {
  adjudicate,
  alreadyDone,
  notComparable,
  requireThirdPerson,
  sameAnswers,
  type Verdicts,
} from '@gandan/domain/entry';
import { communeOf, require } from '@gandan/domain/policy';
import { petitionsFromResponse } from '../petitions/from-response.ts';
import { requirePaper, sheetOf } from '../sheets/find.ts';
import { keyersOf } from './keyings.ts';
import { type DrawnSheet, drawnSheet, isDecidable, verify } from './second.ts';

const DECIDED = 'Phân xử hai lần nhập';

/**
 * Both keyings of a sheet for a third person. Not who keyed what: the paper decides, not the name.
 */
export async function sheetToDecide(work: Work, text: string) {
  require(work.actor, 'entry.write');
  const { sheet, twice, first, second, differing } = await decidable(work, text);
  return {
    sheet,
    household: { id: sheet.householdId, code: sheet.householdCode, headName: sheet.headName, address: sheet.address },
    questionnaire: { id: sheet.questionnaireId, version: sheet.questionnaireVersion, layoutId: sheet.layoutId },
    /** The questions keyed twice, and of these the ones that differ. */
    twice: twice.map(({ name }) => name),
    differing: differing.map(({ name }) => name),
    first,
    second,
  };
}

export interface Adjudication {
  /** Made by the browser: sending it again is the same decision. */
  readonly id: string;
  readonly verdicts: Verdicts;
}

/** Stores what the third person decided; where it is not what the first one keyed it takes the place of that. */
export async function decide(work: Work, text: string, { id, verdicts }: Adjudication) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const before = await sheetOf(work, text);
  await requirePaper(work, 'entry.write', before);
  await lockMeeting(work.trx, before.meetingId);
  const known = await findAdjudication(work.trx, communeId, before.year, before.number);
  if (known?.id === id) return { created: false, sheet: { number: before.number, state: before.state } };
  if (known !== undefined) throw alreadyDone(before.number);

  const { sheet, keyings, questions, twice, first, second } = await decidable(work, text);
  const answers = adjudicate(questions, twice, first, second, verdicts);
  const firstId = keyings.first.at(-1)?.id ?? '';
  const secondId = keyings.second.at(-1)?.id ?? '';
  const { year, number, groupId } = sheet;
  const same = sameAnswers(first, answers);
  const resultId = same ? firstId : work.newId();
  if (!same) {
    await insertResponse(work.trx, {
      ...{ communeId, year, id: resultId, sheetNumber: number, groupId, pass: 1 },
      ...{ correctsId: firstId, correctionReason: DECIDED, answers, note: keyings.first.at(-1)?.note ?? null },
      ...{ keyedBy: work.actor.userId, submittedAt: work.now },
    });
    await petitionsFromResponse(work, sheet, questions, answers);
  }
  await insertAdjudication(work.trx, {
    ...{ communeId, year, id, sheetNumber: number, groupId, firstId, secondId, verdicts, resultId },
    ...{ decidedBy: work.actor.userId, decidedAt: work.now },
  });
  await verify(work, sheet);
  await work.audit('entry.decide', id, { sheet: number, questions: verdicts.length });
  return { created: true, sheet: { number, state: 'verified' as const } };
}

async function decidable(work: Work, text: string): Promise<DrawnSheet> {
  const sheet = await sheetOf(work, text);
  await requirePaper(work, 'entry.write', sheet);
  const drawn = await drawnSheet(work, sheet);
  if (drawn.stage === 'settled') throw alreadyDone(sheet.number);
  const { first, second } = drawn.keyings;
  requireThirdPerson(sheet.number, keyersOf([...first, ...second]), work.actor.userId);
  if (!isDecidable(drawn, work.now)) throw notComparable(sheet.number);
  return drawn;
}
