import type { QuestionnaireModel, Subject } from '@gandan/domain/questionnaires';
import { type Insertable, sql } from 'kysely';
import { type DB, type Db, json } from '../schema/index.ts';

/** Every questionnaire of the office with all its versions, newest version first; without the models. */
export function listVersions(trx: Db, communeId: string) {
  return versions(trx, communeId)
    .select(['questionnaire.id', 'questionnaire.code', 'questionnaire.title'])
    .select(['version.version', 'version.state', 'version.publishedAt'])
    .orderBy('questionnaire.code')
    .orderBy('version.version', 'desc')
    .execute();
}

export async function findVersion(trx: Db, communeId: string, questionnaireId: string, version: number) {
  return versions(trx, communeId)
    .select(['questionnaire.id', 'questionnaire.code', 'questionnaire.title'])
    .select(['version.version', 'version.state', 'version.publishedAt'])
    .select(sql<QuestionnaireModel>`version.model`.as('model'))
    .where('questionnaire.id', '=', questionnaireId)
    .where('version.version', '=', version)
    .executeTakeFirst();
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

/** Replaces the model of a draft; says whether there was such a draft. */
export async function updateDraftModel(
  trx: Db,
  communeId: string,
  questionnaireId: string,
  version: number,
  model: QuestionnaireModel,
): Promise<boolean> {
  const done = await trx
    .updateTable('questionnaireVersion')
    .set({ model: json(model) })
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', questionnaireId)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
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
