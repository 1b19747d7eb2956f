import {
  deleteDrafts,
  draftsOfOthers,
  findDraft,
  findResponse,
  insertResponse,
  openSecondKeyings,
  saveDraft,
} from '@gandan/db/entry';
import { cadresOfGroups } from '@gandan/db/meetings';
import { appendEvents, type FoundSheet, lockMeeting } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import {
  type Answers,
  alreadyDone,
  differences,
  mayDecideWithout,
  notDrawn,
  readTogether,
  requireAnswers,
  requireOtherKeyer,
  requireSecondKeyer,
} from '@gandan/domain/entry';
import { conflict } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { moveSheet } from '@gandan/domain/sheets';
import { requirePaper, sheetOf } from '../sheets/find.ts';
import { keyersOf, keyingsOfSheet, questionsOf, type SheetKeyings } from './keyings.ts';
import type { Draft, Submission } from './service.ts';

const PASS = 2;
const READ_AGAIN = 'Đọc lại phiếu';

/** Where a drawn sheet stands: to key, to read again by whoever keyed it, to decide by a third person, or done. */
export type SecondStage = 'second' | 'reread' | 'adjudication' | 'settled';

/** A drawn sheet with all that its second keying is judged by. */
export interface DrawnSheet {
  readonly sheet: FoundSheet;
  readonly keyings: SheetKeyings;
  readonly questions: readonly PaperQuestion[];
  /** The questions that are keyed twice. */
  readonly twice: readonly PaperQuestion[];
  readonly first: Answers;
  readonly second: Answers;
  readonly differing: readonly PaperQuestion[];
  readonly stage: SecondStage;
}

export async function drawnSheet(work: Work, sheet: FoundSheet): Promise<DrawnSheet> {
  const keyings = await keyingsOfSheet(work, sheet);
  const { drawn } = keyings;
  if (drawn === undefined) throw notDrawn(sheet.number);
  const questions = await questionsOf(work, sheet);
  const twice = drawn === null ? questions : questions.filter(({ name }) => drawn.includes(name));
  const first = keyings.first.at(-1)?.answers ?? {};
  const second = keyings.second.at(-1)?.answers ?? {};
  const rows = keyings.second.length;
  const differing = rows === 0 ? [] : differences(twice, first, second);
  const stage = sheet.state !== 'entered' ? 'settled' : rows === 0 ? 'second' : rows === 1 ? 'reread' : 'adjudication';
  return { sheet, keyings, questions, twice, first, second, differing, stage };
}

/** The sheets that wait for this person: to key a second time, to read again, to decide; and how many for others. */
export async function secondQueue(work: Work) {
  require(work.actor, 'entry.read');
  const communeId = communeOf(work);
  const me = work.actor.userId;
  const waiting = { second: [] as QueuedSheet[], reread: [] as QueuedSheet[], adjudication: [] as QueuedSheet[] };
  let others = 0;
  for (const row of await openSecondKeyings(work.trx, communeId)) {
    const { firstBy, secondBy, secondRows, secondAt, questions, ...sheet } = row;
    const queued = { ...sheet, part: questions?.length ?? null };
    const keyed = [...firstBy, ...secondBy].includes(me);
    const kept = (await followsGroup(work, row)) ? 'others' : stageFor(row, keyed, secondBy.includes(me), work.now);
    if (kept === 'others') others += 1;
    else waiting[kept].push(queued);
  }
  return { ...waiting, others };
}

interface QueuedSheet {
  readonly year: number;
  readonly number: string;
  readonly meetingId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly hamletName: string;
  readonly heldOn: string;
  readonly headName: string;
  readonly drawnAt: Date;
  /** How many questions of it are keyed again; null: all. */
  readonly part: number | null;
}

function stageFor(
  { secondRows, secondAt }: { readonly secondRows: number; readonly secondAt: Date | null },
  keyed: boolean,
  keyedSecond: boolean,
  now: Date,
): Exclude<SecondStage, 'settled'> | 'others' {
  if (secondRows === 1 && keyedSecond) return 'reread';
  if (keyed) return 'others';
  if (secondRows === 0) return 'second';
  const waited = secondAt !== null && mayDecideWithout(secondAt, now);
  return secondRows > 1 || waited ? 'adjudication' : 'others';
}

async function followsGroup(work: Work, sheet: { readonly groupId: string; readonly heldOn: string }) {
  if (work.actor.cadreId === null) return false;
  const cadres = await cadresOfGroups(work.trx, communeOf(work), [sheet.groupId], sheet.heldOn);
  return cadres.some((cadre) => cadre.id === work.actor.cadreId);
}

/** A sheet to key a second time or to read again. Nothing of the first keying is in it. */
export async function sheetToKeyAgain(work: Work, text: string) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const { sheet, ...drawn } = await mine(work, text);
  const { year, number } = sheet;
  const me = work.actor.userId;
  const reread = drawn.stage === 'reread';
  const questions = reread ? readTogether(drawn.twice, drawn.differing.map(nameOf)) : drawn.twice;
  const again = new Set(drawn.differing.map(nameOf));
  const known = reread ? questions.filter(({ name }) => !again.has(name)).map(nameOf) : [];
  return {
    sheet,
    household: { id: sheet.householdId, code: sheet.householdCode, headName: sheet.headName, address: sheet.address },
    questionnaire: { id: sheet.questionnaireId, version: sheet.questionnaireVersion, layoutId: sheet.layoutId },
    stage: reread ? ('reread' as const) : ('second' as const),
    /** The questions to key now, in print order. */
    questions: questions.map(nameOf),
    /** Of these, what he keyed himself and agrees already. */
    answers: pick(drawn.second, known),
    reread: drawn.differing.map(({ name, number: printed }) => ({ name, number: printed })),
    draft: (await findDraft(work.trx, communeId, year, number, me, PASS)) ?? null,
    othersKeying: await draftsOfOthers(work.trx, communeId, year, number, me, PASS),
  };
}

/** Keeps the second keying so far, as `keepDraft` does the first. */
export async function keepSecondDraft(work: Work, text: string, draft: Draft) {
  require(work.actor, 'entry.write');
  const { sheet } = await mine(work, text);
  const keystroke = await saveDraft(work.trx, {
    communeId: communeOf(work),
    year: sheet.year,
    sheetNumber: sheet.number,
    pass: PASS,
    accountId: work.actor.userId,
    answers: draft.answers,
    note: draft.note ?? null,
    keystroke: draft.keystroke,
    updatedAt: work.now,
  });
  return { number: sheet.number, keystroke };
}

export interface SecondSubmission extends Submission {
  /** The sheet was read again after the keyings differed: `answers` are those of the questions to read again. */
  readonly again?: boolean | undefined;
}

/**
 * Stores the second keying, or the second reading of it, and compares. Agreement verifies the sheet; otherwise its keyer
 * is told which questions to read again, and nothing of what the first one wrote. Sending it again changes nothing.
 */
export async function submitSecond(work: Work, text: string, submission: SecondSubmission) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const before = await sheetOf(work, text);
  await requirePaper(work, 'entry.write', before);
  await lockMeeting(work.trx, before.meetingId);
  const known = await findResponse(work.trx, communeId, submission.id);
  if (known !== undefined) {
    const ours = known.sheetNumber === before.number && known.pass === PASS && known.keyedBy === work.actor.userId;
    if (!ours) throw idTaken();
    return { created: false, ...outcome(await drawnSheet(work, before)) };
  }
  const drawn = await mine(work, text);
  const { sheet, twice, stage } = drawn;
  if (stage !== (submission.again === true ? 'reread' : 'second')) throw alreadyDone(sheet.number);
  const { year, number, groupId } = sheet;
  const previous = drawn.keyings.second.at(-1);
  const answers = requireAnswers(
    twice,
    previous === undefined ? submission.answers : { ...previous.answers, ...submission.answers },
  );
  await insertResponse(work.trx, {
    communeId,
    year,
    id: submission.id,
    sheetNumber: number,
    groupId,
    pass: PASS,
    correctsId: previous?.id ?? null,
    correctionReason: previous === undefined ? null : READ_AGAIN,
    answers,
    note: submission.note?.trim() ? submission.note : null,
    keyedBy: work.actor.userId,
    seconds: submission.seconds ?? null,
    submittedAt: work.now,
  });
  await deleteDrafts(work.trx, communeId, year, number, PASS);
  const differing = differences(twice, drawn.first, answers).length;
  if (differing === 0) await verify(work, sheet);
  await work.audit(previous === undefined ? 'entry.second' : 'entry.reread', submission.id, {
    sheet: number,
    differing,
  });
  return { created: true, ...outcome(await drawnSheet(work, await sheetOf(work, number))) };
}

/** The keyings agree, or a third person has decided: the sheet is verified, also after its meeting was closed. */
export async function verify(work: Work, { number, year, state }: FoundSheet): Promise<void> {
  const stamp = { communeId: communeOf(work), year, byAccount: work.actor.userId, at: work.now };
  const events = moveSheet(number, state, 'verified').map((event) => ({ number, ...event }));
  await appendEvents(work.trx, stamp, events);
}

/** The sheet, when its next step is this person's to take. */
async function mine(work: Work, text: string): Promise<DrawnSheet> {
  const sheet = await sheetOf(work, text);
  await requirePaper(work, 'entry.write', sheet);
  const drawn = await drawnSheet(work, sheet);
  if (drawn.stage === 'settled' || drawn.stage === 'adjudication') throw alreadyDone(sheet.number);
  requireOtherKeyer(sheet.number, keyersOf(drawn.keyings.first), work.actor.userId);
  if (drawn.stage === 'reread') {
    requireSecondKeyer(sheet.number, keyersOf(drawn.keyings.second), work.actor.userId);
  }
  return drawn;
}

/** What the second keyer is told: where his sheet stands and, if he is to read again, which questions. */
function outcome({ sheet, stage, differing }: DrawnSheet) {
  const reread = stage === 'reread' ? differing.map(({ name, number }) => ({ name, number })) : [];
  return { sheet: { number: sheet.number, state: sheet.state }, stage, reread };
}

/** Whether a third person may decide now. */
export function isDecidable(drawn: DrawnSheet, now: Date): boolean {
  if (drawn.stage === 'adjudication') return true;
  const keyedAt = drawn.keyings.second.at(-1)?.submittedAt;
  return drawn.stage === 'reread' && keyedAt !== undefined && mayDecideWithout(keyedAt, now);
}

const nameOf = ({ name }: PaperQuestion) => name;

function pick(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}

const idTaken = () =>
  conflict('entry.id-taken', {
    vi: 'Mã của lần nhập này đã được dùng cho phiếu khác. Hãy tải lại trang rồi nhập lại phiếu.',
    en: 'The id of this submission is taken by another one. Reload the page and key the sheet again.',
  });
