import type { Db } from '../schema/index.ts';

/** Provinces in force, in the order of their codes, with the number of their communes. */
export function listProvinces(trx: Db) {
  return trx
    .selectFrom('unit as province')
    .leftJoin('unit as commune', (join) =>
      join
        .onRef('commune.parentCode', '=', 'province.code')
        .on('commune.kind', '=', 'commune')
        .on('commune.validTo', 'is', null),
    )
    .select(({ fn }) => ['province.code', 'province.name', fn.count<number>('commune.code').as('communes')])
    .where('province.kind', '=', 'province')
    .where('province.validTo', 'is', null)
    .groupBy(['province.code', 'province.name'])
    .orderBy('province.code')
    .execute();
}

/** Communes in force, of one province or of all, with the name of their province. */
export function listCommunes(trx: Db, provinceCode?: string) {
  return trx
    .selectFrom('unit as commune')
    .innerJoin('unit as province', 'province.code', 'commune.parentCode')
    .select(['commune.code', 'commune.name', 'province.code as provinceCode', 'province.name as provinceName'])
    .where('commune.kind', '=', 'commune')
    .where('commune.validTo', 'is', null)
    .$if(provinceCode !== undefined, (query) => query.where('province.code', '=', provinceCode ?? ''))
    .orderBy('commune.code')
    .execute();
}

export function findUnit(trx: Db, code: string) {
  return trx
    .selectFrom('unit')
    .leftJoin('unit as parent', 'parent.code', 'unit.parentCode')
    .select(['unit.code', 'unit.kind', 'unit.name', 'unit.validFrom', 'unit.validTo'])
    .select(['parent.code as parentCode', 'parent.name as parentName'])
    .where('unit.code', '=', code)
    .executeTakeFirst();
}

/** The units that went into this one, with the path of districts and provinces that they had. */
export function predecessorsOf(trx: Db, code: string) {
  return trx
    .selectFrom('unitSuccessor')
    .select(['fromCode as code', 'fromName as name', 'fromPath as path', 'onDate'])
    .where('toCode', '=', code)
    .orderBy('fromPath')
    .orderBy('fromName')
    .execute();
}

/** What an older unit became: one unit, or several when it was divided. */
export function successorsOf(trx: Db, code: string) {
  return trx
    .selectFrom('unitSuccessor')
    .innerJoin('unit', 'unit.code', 'unitSuccessor.toCode')
    .select(['fromName', 'fromPath', 'unit.code', 'unit.name', 'onDate'])
    .where('fromCode', '=', code)
    .orderBy('unit.code')
    .execute();
}
