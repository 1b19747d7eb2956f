import type { Answers, Verdicts } from '@gandan/domain/entry';
import { type Insertable, type NotNull, sql } from 'kysely';
import { type DB, type Db, json } from '../schema/index.ts';

export async function insertSecondKeying(trx: Db, row: Insertable<DB['secondKeying']>): Promise<void> {
  await trx.insertInto('secondKeying').values(row).execute();
}

/** Whether and what of a sheet is keyed twice: undefined when it was not drawn, `questions` null for all of it. */
export function findSecondKeying(trx: Db, communeId: string, year: number, number: string) {
  return trx
    .selectFrom('secondKeying')
    .select(['questions', 'drawnAt'])
    .where('communeId', '=', communeId)
    .where('year', '=', year)
    .where('sheetNumber', '=', number)
    .executeTakeFirst();
}

/** Every row of a sheet's keyings, oldest first: first keyings and what took their place, of both passes. */
export function keyingsOf(trx: Db, communeId: string, year: number, number: string) {
  return trx
    .selectFrom('response')
    .leftJoin('account', 'account.id', 'response.keyedBy')
    .select(['response.id', 'response.pass', 'response.correctsId', 'response.keyedBy', 'response.submittedAt'])
    .select(['account.displayName as keyedByName', 'response.note', sql<Answers>`response.answers`.as('answers')])
    .where('response.communeId', '=', communeId)
    .where('response.year', '=', year)
    .where('response.sheetNumber', '=', number)
    .orderBy('response.submittedAt')
    .orderBy('response.correctsId', (order) => order.asc().nullsFirst())
    .execute();
}
export type Keying = Awaited<ReturnType<typeof keyingsOf>>[number];

/**
 * Sheets drawn for a second keying that are not verified yet, oldest meeting first, with everybody who keyed each pass.
 * `secondRows`: 0 nobody keyed it again, 1 it differs and is to be read again, 2 it still differs.
 */
export function openSecondKeyings(trx: Db, communeId: string) {
  return trx
    .selectFrom('secondKeying as drawn')
    .innerJoin('sheetState as sheet', (join) =>
      join
        .onRef('sheet.communeId', '=', 'drawn.communeId')
        .onRef('sheet.year', '=', 'drawn.year')
        .onRef('sheet.number', '=', 'drawn.sheetNumber'),
    )
    .innerJoin('meeting', (join) =>
      join
        .onRef('meeting.communeId', '=', 'sheet.communeId')
        .onRef('meeting.year', '=', 'sheet.year')
        .onRef('meeting.id', '=', 'sheet.meetingId'),
    )
    .innerJoin('residentGroup', (join) =>
      join.onRef('residentGroup.communeId', '=', 'sheet.communeId').onRef('residentGroup.id', '=', 'sheet.groupId'),
    )
    .innerJoin('hamlet', (join) =>
      join.onRef('hamlet.communeId', '=', 'residentGroup.communeId').onRef('hamlet.id', '=', 'residentGroup.hamletId'),
    )
    .select(['drawn.year', 'drawn.sheetNumber as number', 'drawn.questions', 'drawn.drawnAt'])
    .select(['sheet.meetingId', 'sheet.groupId', 'sheet.headName', 'meeting.heldOn'])
    .select(['residentGroup.name as groupName', 'hamlet.name as hamletName'])
    .select([keyersOf(1).as('firstBy'), keyersOf(2).as('secondBy')])
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('response')
          .select(({ fn }) => [fn.countAll<number>().as('rows'), fn.max('submittedAt').as('at')])
          .whereRef('response.communeId', '=', 'drawn.communeId')
          .whereRef('response.year', '=', 'drawn.year')
          .whereRef('response.sheetNumber', '=', 'drawn.sheetNumber')
          .where('response.pass', '=', 2)
          .as('second'),
      (join) => join.onTrue(),
    )
    .select(['second.rows as secondRows', 'second.at as secondAt'])
    .where('drawn.communeId', '=', communeId)
    .where('sheet.state', '=', 'entered')
    .orderBy('meeting.heldOn')
    .orderBy('drawn.sheetNumber')
    .$narrowType<{ meetingId: NotNull; groupId: NotNull; headName: NotNull; secondRows: number }>()
    .execute();
}

const keyersOf = (pass: number) =>
  sql<string[]>`array(select distinct r.keyed_by::text from response r where r.commune_id = drawn.commune_id
    and r.year = drawn.year and r.sheet_number = drawn.sheet_number and r.pass = ${pass})`;

/** Sheets of a year that two people have keyed: what each first put down, and what counts now. */
export function sheetsKeyedTwice(trx: Db, communeId: string, year: number) {
  return trx
    .selectFrom('response as second')
    .innerJoin('secondKeying as drawn', (join) =>
      join
        .onRef('drawn.communeId', '=', 'second.communeId')
        .onRef('drawn.year', '=', 'second.year')
        .onRef('drawn.sheetNumber', '=', 'second.sheetNumber'),
    )
    .innerJoin('sheetState as sheet', (join) =>
      join
        .onRef('sheet.communeId', '=', 'second.communeId')
        .onRef('sheet.year', '=', 'second.year')
        .onRef('sheet.number', '=', 'second.sheetNumber'),
    )
    .innerJoin('response as first', (join) =>
      join
        .onRef('first.communeId', '=', 'second.communeId')
        .onRef('first.year', '=', 'second.year')
        .onRef('first.sheetNumber', '=', 'second.sheetNumber')
        .on('first.pass', '=', 1)
        .on('first.correctsId', 'is', null),
    )
    .leftJoin('response as again', (join) =>
      join
        .onRef('again.communeId', '=', 'second.communeId')
        .onRef('again.year', '=', 'second.year')
        .onRef('again.correctsId', '=', 'second.id'),
    )
    .leftJoin('adjudication', (join) =>
      join
        .onRef('adjudication.communeId', '=', 'second.communeId')
        .onRef('adjudication.year', '=', 'second.year')
        .onRef('adjudication.sheetNumber', '=', 'second.sheetNumber'),
    )
    .leftJoin('response as result', (join) =>
      join
        .onRef('result.communeId', '=', 'adjudication.communeId')
        .onRef('result.year', '=', 'adjudication.year')
        .onRef('result.id', '=', 'adjudication.resultId'),
    )
    .select(['drawn.questions', 'sheet.questionnaireId', 'sheet.questionnaireVersion', 'sheet.state'])
    .select(['first.keyedBy as firstBy', 'second.keyedBy as secondBy'])
    .select(sql<Answers>`first.answers`.as('firstAnswers'))
    .select(sql<Answers>`second.answers`.as('secondAnswers'))
    .select(sql<Answers | null>`again.answers`.as('againAnswers'))
    .select(sql<Answers | null>`result.answers`.as('resultAnswers'))
    .where('second.communeId', '=', communeId)
    .where('second.year', '=', year)
    .where('second.pass', '=', 2)
    .where('second.correctsId', 'is', null)
    .orderBy('drawn.sheetNumber')
    .$narrowType<{ questionnaireId: NotNull; questionnaireVersion: NotNull }>()
    .execute();
}

export async function insertAdjudication(
  trx: Db,
  { verdicts, ...row }: Omit<Insertable<DB['adjudication']>, 'verdicts'> & { verdicts: Verdicts },
): Promise<void> {
  await trx
    .insertInto('adjudication')
    .values({ ...row, verdicts: json(verdicts) })
    .execute();
}

/** What a third person decided of a sheet, if one has. */
export function findAdjudication(trx: Db, communeId: string, year: number, number: string) {
  return trx
    .selectFrom('adjudication')
    .leftJoin('account', 'account.id', 'adjudication.decidedBy')
    .select(['adjudication.id', 'adjudication.resultId', 'adjudication.decidedAt', 'adjudication.decidedBy'])
    .select(['account.displayName as decidedByName', sql<Verdicts>`adjudication.verdicts`.as('verdicts')])
    .where('adjudication.communeId', '=', communeId)
    .where('adjudication.year', '=', year)
    .where('adjudication.sheetNumber', '=', number)
    .executeTakeFirst();
}
