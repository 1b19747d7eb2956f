import type { LayoutMap, PaperLayout } from '@gandan/domain/questionnaires';
import { sql } from 'kysely';
import { type Db, json } from '../schema/index.ts';

export interface LayoutRow {
  readonly communeId: string;
  readonly layoutId: string;
  readonly questionnaireId: string;
  readonly version: number;
  readonly map: LayoutMap;
  readonly templatePdf: Uint8Array;
  readonly sha256: Uint8Array;
  readonly createdAt: Date;
}

export async function insertLayout(trx: Db, { map, templatePdf, sha256, ...row }: LayoutRow): Promise<void> {
  await trx
    .insertInto('layout')
    .values({ ...row, map: json(map), templatePdf: Buffer.from(templatePdf), sha256: Buffer.from(sha256) })
    .execute();
}

/**
 * The layout with which a version is printed now: the newest, when a wording was mended without moving a box. A version
 * may have others for other paper (`large` for the elderly); without `paper` it is the version's own.
 */
export function findLayout(trx: Db, communeId: string, questionnaireId: string, version: number, paper?: PaperLayout) {
  return layouts(trx, communeId, questionnaireId, version, paper).executeTakeFirst();
}

/** Layout and PDF bytes of the template. */
export function findTemplate(
  trx: Db,
  communeId: string,
  questionnaireId: string,
  version: number,
  paper?: PaperLayout,
) {
  return layouts(trx, communeId, questionnaireId, version, paper).select('layout.templatePdf').executeTakeFirst();
}

/** One layout by its identity: what a sheet in the ledger was printed with. */
export function findTemplateOf(trx: Db, communeId: string, questionnaireId: string, version: number, layoutId: string) {
  return trx
    .selectFrom('layout')
    .select(['layoutId', sql<LayoutMap>`layout.map`.as('map'), 'templatePdf'])
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', questionnaireId)
    .where('version', '=', version)
    .where('layoutId', '=', layoutId)
    .executeTakeFirst();
}

function layouts(trx: Db, communeId: string, questionnaireId: string, version: number, paper?: PaperLayout) {
  const own = sql<PaperLayout>`coalesce(of.model->>'paper', 'a4')`;
  return trx
    .selectFrom('layout')
    .innerJoin('questionnaireVersion as of', (join) =>
      join
        .onRef('of.communeId', '=', 'layout.communeId')
        .onRef('of.questionnaireId', '=', 'layout.questionnaireId')
        .onRef('of.version', '=', 'layout.version'),
    )
    .select(['layout.layoutId', sql<LayoutMap>`layout.map`.as('map')])
    .where('layout.communeId', '=', communeId)
    .where('layout.questionnaireId', '=', questionnaireId)
    .where('layout.version', '=', version)
    .where(sql<PaperLayout>`coalesce(layout.map->>'paper', 'a4')`, '=', paper ?? own)
    .orderBy('layout.createdAt', 'desc');
}
