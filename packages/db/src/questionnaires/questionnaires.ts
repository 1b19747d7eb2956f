import type { PaperLayout, QuestionnaireModel, Subject } from '@gandan/domain/questionnaires';
import { type Insertable, sql } from 'kysely';
import { type DB, type Db, json } from '../schema/index.ts';

/** Every questionnaire of the office with all its versions, newest version first; without the models. */
export function listVersions(trx: Db, communeId: string) {
  return versions(trx, communeId)
    .select(['questionnaire.id', 'questionnaire.code', 'questionnaire.title'])
    .select(['version.version', 'version.state', 'version.publishedAt', 'version.revision'])
    .select(sql<Subject | null>`version.model->>'subject'`.as('subject'))
    .select(sql<PaperLayout | null>`version.model->>'paper'`.as('paper'))
    .orderBy('questionnaire.code')
    .orderBy('version.version', 'desc')
    .execute();
}

export async function findVersion(trx: Db, communeId: string, questionnaireId: string, version: number) {
  return oneVersion(trx, communeId, questionnaireId, version).executeTakeFirst();
}

/** The same, held until the transaction ends: nobody saves into a draft while it is laid out and published. */
export async function lockVersion(trx: Db, communeId: string, questionnaireId: string, version: number) {
  return oneVersion(trx, communeId, questionnaireId, version).forUpdate('version').executeTakeFirst();
}

function oneVersion(trx: Db, communeId: string, questionnaireId: string, version: number) {
  return versions(trx, communeId)
    .select(['questionnaire.id', 'questionnaire.code', 'questionnaire.title'])
    .select(['version.version', 'version.state', 'version.publishedAt', 'version.revision'])
    .select(sql<QuestionnaireModel>`version.model`.as('model'))
    .select(sql<Readonly<Record<string, string>>>`version.noted`.as('noted'))
    .where('questionnaire.id', '=', questionnaireId)
    .where('version.version', '=', version);
}

/** The version of a questionnaire that is in force: the newest published one. */
export async function findPublished(trx: Db, communeId: string, code: string) {
  return versions(trx, communeId)
    .select(['questionnaire.id', 'questionnaire.code', 'questionnaire.title', 'version.version'])
    .where('questionnaire.code', '=', code)
    .where('version.state', '=', 'published')
    .orderBy('version.version', 'desc')
    .executeTakeFirst();
}

/** The version in force of every questionnaire that is asked of a subject (a household unless the model says otherwise). */
export function publishedOf(trx: Db, communeId: string, subject: Subject) {
  return versions(trx, communeId)
    .distinctOn('questionnaire.code')
    .select(['questionnaire.id', 'questionnaire.code', 'questionnaire.title', 'version.version'])
    .where('version.state', '=', 'published')
    .where(sql<Subject>`coalesce(version.model->>'subject', 'household')`, '=', subject)
    .orderBy('questionnaire.code')
    .orderBy('version.version', 'desc')
    .execute();
}

function versions(trx: Db, communeId: string) {
  return trx
    .selectFrom('questionnaire')
    .innerJoin('questionnaireVersion as version', (join) =>
      join
        .onRef('version.communeId', '=', 'questionnaire.communeId')
        .onRef('version.questionnaireId', '=', 'questionnaire.id'),
    )
    .where('questionnaire.communeId', '=', communeId);
}

export function findQuestionnaire(trx: Db, communeId: string, id: string) {
  return trx
    .selectFrom('questionnaire')
    .select(['id', 'code', 'title'])
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertQuestionnaire(trx: Db, row: Insertable<DB['questionnaire']>): Promise<void> {
  await trx.insertInto('questionnaire').values(row).execute();
}

export async function insertVersion(
  trx: Db,
  { model, ...row }: Omit<Insertable<DB['questionnaireVersion']>, 'model'> & { model: QuestionnaireModel },
): Promise<void> {
  await trx
    .insertInto('questionnaireVersion')
    .values({ ...row, model: json(model) })
    .execute();
}

/**
 * Replaces the model of a draft that is still at `revision`; gives the new revision, or undefined when the draft was
 * changed since (or is none). `noted` are the moments at which each person's changes were last put into the log.
 */
export async function updateDraftModel(
  trx: Db,
  draft: { readonly communeId: string; readonly questionnaireId: string; readonly version: number },
  revision: number,
  change: { readonly model: QuestionnaireModel; readonly noted: Readonly<Record<string, string>>; readonly at: Date },
): Promise<number | undefined> {
  const row = await trx
    .updateTable('questionnaireVersion')
    .set({ model: json(change.model), noted: json(change.noted), changedAt: change.at, revision: revision + 1 })
    .where('communeId', '=', draft.communeId)
    .where('questionnaireId', '=', draft.questionnaireId)
    .where('version', '=', draft.version)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst();
  return row?.revision;
}

/** The questionnaire is called in lists what its newest words say. */
export async function updateTitle(trx: Db, communeId: string, id: string, title: string): Promise<void> {
  await trx
    .updateTable('questionnaire')
    .set({ title })
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .execute();
}

/** Takes a draft away, and with the last version the questionnaire; says whether there was such a draft. */
export async function deleteDraft(trx: Db, communeId: string, id: string, version: number): Promise<boolean> {
  const done = await trx
    .deleteFrom('questionnaireVersion')
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  await trx
    .deleteFrom('questionnaire')
    .where('communeId', '=', communeId)
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('questionnaireVersion as left')
            .select('left.version')
            .whereRef('left.communeId', '=', 'questionnaire.communeId')
            .whereRef('left.questionnaireId', '=', 'questionnaire.id'),
        ),
      ),
    )
    .execute();
  return done.numDeletedRows > 0n;
}

/** Takes the version in force out of use; says whether there was such a version. */
export async function retireVersion(trx: Db, communeId: string, id: string, version: number): Promise<boolean> {
  const done = await trx
    .updateTable('questionnaireVersion')
    .set({ state: 'retired' })
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The codes that the office's questionnaires have. */
export async function listCodes(trx: Db, communeId: string): Promise<string[]> {
  const rows = await trx.selectFrom('questionnaire').select('code').where('communeId', '=', communeId).execute();
  return rows.map((row) => row.code);
}

/**
 * Publishes a draft and retires the version that was in force; says whether there was such a draft (if not, nothing may
 * be committed). The old one first: at no moment are two of them in force.
 */
export async function publishVersion(
  trx: Db,
  communeId: string,
  questionnaireId: string,
  version: number,
  at: Date,
): Promise<boolean> {
  await trx
    .updateTable('questionnaireVersion')
    .set({ state: 'retired' })
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', questionnaireId)
    .where('version', '<>', version)
    .where('state', '=', 'published')
    .execute();
  const done = await trx
    .updateTable('questionnaireVersion')
    .set({ state: 'published', publishedAt: at })
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', questionnaireId)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
