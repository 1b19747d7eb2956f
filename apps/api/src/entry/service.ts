import {
  deleteDrafts,
  draftsOfOthers,
  type FoundResponse,
  findCurrentResponse,
  findDraft,
  findFirstResponse,
  findResponse,
  insertResponse,
  saveDraft,
} from '@gandan/db/entry';
import { listOpenMeetings } from '@gandan/db/meetings';
import { appendEvents, type FoundSheet, lockMeeting } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { dayAt, formatDate, yearOf } from '@gandan/domain/calendar';
import { type Answers, awaitsSecond, requireAnswers, sameAnswers } from '@gandan/domain/entry';
import { conflict, found, invalidField } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { moveSheet, sumSheets } from '@gandan/domain/sheets';
import { petitionsFromResponse } from '../petitions/from-response.ts';
import { requirePaper, requireUsable, sheetOf } from '../sheets/find.ts';
import { sumsOf } from '../sheets/sums.ts';
import { drawSheet } from './draw.ts';
import { isAwaitingSecond, isBlind, keyingsOfSheet, questionsOf } from './keyings.ts';

/** What the keying screen sends for one sheet. */
export interface Submission {
  /** Made by the browser when it begins the sheet: sending it again is the same submission. */
  readonly id: string;
  readonly answers: Answers;
  readonly note?: string | null | undefined;
  readonly seconds?: number | null | undefined;
}

const RESPONSE = { vi: 'phiếu đã nhập này', en: 'such response' };

/** Meetings whose sheets wait to be keyed, oldest first, with how far each is. */
export async function batches(work: Work) {
  require(work.actor, 'entry.read');
  const communeId = communeOf(work);
  const meetings = await listOpenMeetings(work.trx, communeId, yearOf(work.today));
  const sums = await sumsOf(work, meetings);
  return meetings.flatMap(({ year, id, groupId, groupName, hamletName, heldOn, state }) => {
    const sum = sums.get(id) ?? sumSheets([]);
    return sum.printed === 0 ? [] : [{ year, meetingId: id, groupId, groupName, hamletName, heldOn, state, ...sum }];
  });
}
/** A sheet to key: whose it is, which questions it has, one's own draft, and what was submitted already. */
export async function sheetToKey(work: Work, text: string) {
  require(work.actor, 'entry.read');
  const communeId = communeOf(work);
  const sheet = await sheetOf(work, text);
  require(work.actor, 'entry.read', { communeId, groupId: sheet.groupId });
  const { year, number } = sheet;
  const userId = work.actor.userId;
  const blind = isBlind(work, sheet, await keyingsOfSheet(work, sheet));
  const submitted = await findCurrentResponse(work.trx, communeId, year, number);
  return {
    sheet,
    household: { id: sheet.householdId, code: sheet.householdCode, headName: sheet.headName, address: sheet.address },
    questionnaire: { id: sheet.questionnaireId, version: sheet.questionnaireVersion, layoutId: sheet.layoutId },
    draft: (await findDraft(work.trx, communeId, year, number, userId)) ?? null,
    othersKeying: await draftsOfOthers(work.trx, communeId, year, number, userId),
    submitted: submitted === undefined ? null : blind ? { ...submitted, answers: {}, note: null } : submitted,
    /** The sheet was keyed once and is to be keyed again by somebody who has not seen the first keying. */
    awaitsSecond: blind,
  };
}

export interface Draft {
  readonly answers: Answers;
  readonly note?: string | null | undefined;
  /** Keys pressed on this sheet so far: the larger count is the newer state, whatever order packets arrive in. */
  readonly keystroke: number;
}

/** Keeps what has been keyed so far; gives the keystroke that is stored, which may be a later one. */
export async function keepDraft(work: Work, text: string, draft: Draft) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const sheet = await sheetOf(work, text);
  await requirePaper(work, 'entry.write', sheet);
  await requireUsable(work, sheet);
  const submitted = await findFirstResponse(work.trx, communeId, sheet.year, sheet.number);
  if (submitted !== undefined) throw enteredAlready(submitted);
  const keystroke = await saveDraft(work.trx, {
    communeId,
    year: sheet.year,
    sheetNumber: sheet.number,
    accountId: work.actor.userId,
    answers: draft.answers,
    note: draft.note ?? null,
    keystroke: draft.keystroke,
    updatedAt: work.now,
  });
  return { number: sheet.number, keystroke };
}

/**
 * Stores a keyed sheet, its moves on the ledger and the petitions written on it, together. Sending it again changes
 * nothing: the same id or the same answers give the stored response back, other answers are a conflict.
 */
export async function submit(work: Work, text: string, submission: Submission) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const before = await sheetOf(work, text);
  await requirePaper(work, 'entry.write', before);
  await lockMeeting(work.trx, before.meetingId);
  const sheet = await sheetOf(work, text);
  const questions = await questionsOf(work, sheet);
  const repeated = await stored(work, sheet, questions, submission);
  if (repeated !== undefined)
    return { created: false, response: repeated, sheet: { number: sheet.number, state: sheet.state } };

  await requireUsable(work, sheet);
  const answers = requireAnswers(questions, submission.answers);
  const { year, number, groupId } = sheet;
  await insertResponse(work.trx, {
    communeId,
    year,
    id: submission.id,
    sheetNumber: number,
    groupId,
    answers,
    note: blankAsNull(submission.note),
    keyedBy: work.actor.userId,
    seconds: submission.seconds ?? null,
    submittedAt: work.now,
  });
  const stamp = { communeId, year, byAccount: work.actor.userId, at: work.now };
  const events = moveSheet(number, sheet.state, 'entered').map((event) => ({ number, ...event }));
  await appendEvents(work.trx, stamp, events);
  const petitions = await petitionsFromResponse(work, sheet, questions, answers);
  await deleteDrafts(work.trx, communeId, year, number);
  await drawSheet(work, sheet, questions);
  await work.audit('entry.submit', submission.id, { sheet: number, petitions: petitions.length });
  const response = found(await findResponse(work.trx, communeId, submission.id), RESPONSE);
  return { created: true, response, sheet: { number, state: 'entered' as const }, petitions };
}

export interface Correction {
  readonly id: string;
  readonly answers: Answers;
  readonly note?: string | null | undefined;
  readonly reason: string;
}

/**
 * A new row that takes the place of a response, with the reason; the old one stays. Allowed after the meeting is closed
 * too: a misread answer must not stand for ever because its sheets added up.
 */
export async function correct(work: Work, responseId: string, correction: Correction) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const old = found(await findResponse(work.trx, communeId, responseId), RESPONSE);
  const sheet = await sheetOf(work, old.sheetNumber);
  await requirePaper(work, 'entry.write', sheet);
  await lockMeeting(work.trx, sheet.meetingId);
  const questions = await questionsOf(work, sheet);
  const known = await findResponse(work.trx, communeId, correction.id);
  const answers = requireAnswers(questions, correction.answers);
  if (known !== undefined) {
    if (known.correctsId === responseId && sameAnswers(known.answers, answers))
      return { created: false, response: known };
    throw idTaken();
  }
  const keyings = await keyingsOfSheet(work, sheet);
  // Until both keyings are compared only its own keyer changes the first one, and then neither is changed.
  const compared = keyings.second.length > 0 || isBlind(work, sheet, keyings);
  if (old.pass !== 1 || (isAwaitingSecond(sheet, keyings) && compared)) throw awaitsSecond(sheet.number);
  const current = await findCurrentResponse(work.trx, communeId, sheet.year, sheet.number);
  if (current?.id !== responseId) throw correctedAlready(current);
  if (correction.reason.trim() === '') throw reasonMissing();
  await insertResponse(work.trx, {
    communeId,
    year: old.year,
    id: correction.id,
    sheetNumber: old.sheetNumber,
    groupId: old.groupId,
    pass: old.pass,
    correctsId: responseId,
    correctionReason: correction.reason.trim(),
    answers,
    note: correction.note === undefined ? old.note : blankAsNull(correction.note),
    keyedBy: work.actor.userId,
    submittedAt: work.now,
  });
  const petitions = await petitionsFromResponse(work, sheet, questions, answers);
  await work.audit('entry.correct', correction.id, { sheet: old.sheetNumber, corrects: responseId });
  const response = found(await findResponse(work.trx, communeId, correction.id), RESPONSE);
  return { created: true, response, petitions };
}

/** The response that this submission already is, if it is; another person's other answers are refused. */
async function stored(
  work: Work,
  sheet: FoundSheet,
  questions: readonly PaperQuestion[],
  submission: Submission,
): Promise<FoundResponse | undefined> {
  const communeId = communeOf(work);
  const known = await findResponse(work.trx, communeId, submission.id);
  if (known !== undefined && known.sheetNumber !== sheet.number) throw idTaken();
  const first = await findFirstResponse(work.trx, communeId, sheet.year, sheet.number);
  if (first === undefined) return undefined;
  // Whether his answers are the same is what a second keyer must not learn here.
  if (isBlind(work, sheet, await keyingsOfSheet(work, sheet))) throw awaitsSecond(sheet.number);
  const answers = requireAnswers(questions, submission.answers);
  const current = await findCurrentResponse(work.trx, communeId, sheet.year, sheet.number);
  const same = [first, current].find((each) => each !== undefined && sameAnswers(each.answers, answers));
  if (same === undefined) throw enteredAlready(first);
  return same;
}

const blankAsNull = (note: string | null | undefined) => (note === undefined || note?.trim() === '' ? null : note);

function enteredAlready(first: FoundResponse) {
  const name = first.keyedByName ?? 'máy chủ';
  const day = formatDate(dayAt(first.submittedAt));
  return conflict('entry.already', {
    vi: `Phiếu ${first.sheetNumber} đã được ${name} nhập ngày ${day} với câu trả lời khác. Hãy đọc lại phiếu; nếu bản đã nhập sai, dùng “Đính chính” và ghi lý do.`,
    en: `Sheet ${first.sheetNumber} was already entered by ${name} on ${day}, with other answers. Read the sheet again; if what is stored is wrong, correct it with a reason.`,
  });
}

function correctedAlready(current: FoundResponse | undefined) {
  const name = current?.keyedByName ?? 'người khác';
  return conflict('entry.corrected', {
    vi: `Phiếu này đã được ${name} đính chính. Hãy tải lại rồi sửa trên bản mới nhất.`,
    en: `This was corrected by ${name} meanwhile. Reload it and correct the newest version.`,
  });
}

const idTaken = () =>
  conflict('entry.id-taken', {
    vi: 'Mã của lần nhập này đã được dùng cho phiếu khác. Hãy tải lại trang rồi nhập lại phiếu.',
    en: 'The id of this submission is taken by another one. Reload the page and key the sheet again.',
  });

const reasonMissing = () =>
  invalidField('reason', 'entry.reason-missing', {
    vi: 'Hãy ghi lý do đính chính.',
    en: 'Write why it is corrected.',
  });
