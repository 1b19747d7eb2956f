import type { DoubleEntry } from '@gandan/domain/entry';
import { sql } from 'kysely';
import type { Db } from '../schema/index.ts';

/** What is keyed twice of every questionnaire of which sheets are printed for households, with when it was decided. */
export function doubleEntrySettings(trx: Db, communeId: string) {
  return trx
    .selectFrom('questionnaire')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('doubleEntrySetting as setting')
          .leftJoin('account', 'account.id', 'setting.byAccount')
          .select(['setting.share', 'setting.evaluated', 'setting.seq', 'setting.at', 'account.displayName as byName'])
          .whereRef('setting.communeId', '=', 'questionnaire.communeId')
          .whereRef('setting.questionnaireId', '=', 'questionnaire.id')
          .orderBy('setting.seq', 'desc')
          .limit(1)
          .as('setting'),
      (join) => join.onTrue(),
    )
    .select(['questionnaire.id', 'questionnaire.code', 'questionnaire.title'])
    .select(['setting.share', 'setting.evaluated', 'setting.seq', 'setting.at', 'setting.byName'])
    .where('questionnaire.communeId', '=', communeId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('questionnaireVersion as version')
          .select('version.version')
          .whereRef('version.communeId', '=', 'questionnaire.communeId')
          .whereRef('version.questionnaireId', '=', 'questionnaire.id')
          .where(sql`coalesce(version.model->>'subject', 'household')`, '=', 'household'),
      ),
    )
    .orderBy('questionnaire.title')
    .orderBy('questionnaire.id')
    .execute();
}

/** What holds for a questionnaire now; `seq` counts how often it was decided. */
export function findDoubleEntry(trx: Db, communeId: string, questionnaireId: string) {
  return trx
    .selectFrom('doubleEntrySetting')
    .select(['share', 'evaluated', 'seq'])
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', questionnaireId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertDoubleEntry(
  trx: Db,
  row: DoubleEntry & { communeId: string; questionnaireId: string; seq: number; byAccount: string; at: Date },
): Promise<void> {
  await trx.insertInto('doubleEntrySetting').values(row).execute();
}

/** The office's secret, made at its first use: `fresh` is kept when there is none yet. */
export async function entrySecret(trx: Db, communeId: string, fresh: () => Buffer): Promise<Buffer> {
  const known = await secretOf(trx, communeId).executeTakeFirst();
  if (known !== undefined) return known.secret;
  await trx
    .insertInto('entrySecret')
    .values({ communeId, secret: fresh() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await secretOf(trx, communeId).executeTakeFirstOrThrow()).secret;
}

function secretOf(trx: Db, communeId: string) {
  return trx.selectFrom('entrySecret').select('secret').where('communeId', '=', communeId);
}
