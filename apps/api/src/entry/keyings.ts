import { findSecondKeying, type Keying, keyingsOf } from '@gandan/db/entry';
import { findVersion } from '@gandan/db/questionnaires';
import type { FoundSheet } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { found } from '@gandan/domain/errors';
import { can, communeOf } from '@gandan/domain/policy';
import { type PaperQuestion, paperQuestions } from '@gandan/domain/questionnaires';

/** The questions of a sheet's own version, as they are keyed. */
export async function questionsOf(
  work: Work,
  { questionnaireId, questionnaireVersion }: Pick<FoundSheet, 'questionnaireId' | 'questionnaireVersion'>,
): Promise<readonly PaperQuestion[]> {
  const version = await findVersion(work.trx, communeOf(work), questionnaireId, questionnaireVersion);
  return paperQuestions(found(version, { vi: 'mẫu phiếu này', en: 'such questionnaire' }).model);
}

/** Everything keyed of one sheet, sorted by pass; the last row of a pass is what that pass says. */
export interface SheetKeyings {
  /** Names of the questions keyed twice (null: all); undefined: the sheet was not drawn. */
  readonly drawn: readonly string[] | null | undefined;
  readonly first: readonly Keying[];
  readonly second: readonly Keying[];
}

export async function keyingsOfSheet(work: Work, { year, number }: FoundSheet): Promise<SheetKeyings> {
  const communeId = communeOf(work);
  const drawn = await findSecondKeying(work.trx, communeId, year, number);
  const rows = await keyingsOf(work.trx, communeId, year, number);
  const pass = (of: number) =>
    chain(
      rows.filter((row) => row.pass === of),
      null,
    );
  return { drawn: drawn === undefined ? undefined : drawn.questions, first: pass(1), second: pass(2) };
}

/** Rows in the order in which each took the place of the one before. */
function chain(rows: readonly Keying[], correctsId: string | null): readonly Keying[] {
  const next = rows.find((row) => row.correctsId === correctsId);
  return next === undefined ? [] : [next, ...chain(rows, next.id)];
}

export const keyersOf = (rows: readonly Keying[]): readonly string[] => rows.map((row) => row.keyedBy);

/** Whether the sheet still has to be compared with a second keying. */
export function isAwaitingSecond({ state }: FoundSheet, { drawn }: SheetKeyings): boolean {
  return drawn !== undefined && state === 'entered';
}

/**
 * Whether the first keying is to stay out of this person's sight: he may yet be the one to key the sheet a second time.
 * Whoever keyed it knows it; whoever never keys at all (a leader, an auditor) may read.
 */
export function isBlind(work: Work, sheet: FoundSheet, keyings: SheetKeyings): boolean {
  if (!isAwaitingSecond(sheet, keyings)) return false;
  return can(work.actor, 'entry.write') && !keyersOf(keyings.first).includes(work.actor.userId);
}
