import type { LayoutMap } from '@gandan/domain/questionnaires';
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

/** The layout with which a version is printed now: the newest, when a wording was mended without moving a box. */
export function findLayout(trx: Db, communeId: string, questionnaireId: string, version: number) {
  return layouts(trx, communeId, questionnaireId, version).executeTakeFirst();
}

/** Layout and PDF bytes of the template. */
export function findTemplate(trx: Db, communeId: string, questionnaireId: string, version: number) {
  return layouts(trx, communeId, questionnaireId, version).select('templatePdf').executeTakeFirst();
}

function layouts(trx: Db, communeId: string, questionnaireId: string, version: number) {
  return trx
    .selectFrom('layout')
    .select(['layoutId', sql<LayoutMap>`layout.map`.as('map')])
    .where('communeId', '=', communeId)
    .where('questionnaireId', '=', questionnaireId)
    .where('version', '=', version)
    .orderBy('createdAt', 'desc');
}
