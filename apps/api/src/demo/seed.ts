import { insertAccount } from '@gandan/db/access';
import { insertAssignments } from '@gandan/db/assignments';
import { connectOwner } from '@gandan/db/connect';
import {
  AVERAGE_COMMUNE,
  type FictionalCommune,
  fictionalCommune,
  insertYear,
  planYear,
  randomSource,
} from '@gandan/db/demo';
import { insertHouseholds } from '@gandan/db/households';
import { insertCadres } from '@gandan/db/people';
import { insertGroups, insertHamlets, insertOffice } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { yearOf } from '@gandan/domain/calendar';
import type { Actor } from '@gandan/domain/policy';
import { paperQuestions } from '@gandan/domain/questionnaires';
import { personSortKey, searchKey } from '@gandan/domain/text';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { hashPassword } from '../access/passwords.ts';
import type { Deps } from '../frame/deps.ts';
import { installShippedQuestionnaires } from '../questionnaires/install.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';

const PROVINCE = { code: 'VD', kind: 'province', name: 'Tỉnh Ví Dụ' };
const COMMUNE = { code: 'VD001', kind: 'commune', name: 'Xã Phú Lễ', parentCode: PROVINCE.code };
const OFFICE = {
  communeId: COMMUNE.code,
  sheetPrefix: 'PL',
  superiorName: 'ỦY BAN NHÂN DÂN TỈNH VÍ DỤ',
  issuerName: 'ỦY BAN NHÂN DÂN XÃ PHÚ LỄ',
  placeName: 'Phú Lễ',
  isDemo: true,
};
const SEED = 2026;

/**
 * Fills an empty database with the fictional commune Xã Phú Lễ of the fictional Tỉnh Ví Dụ and its year up to today, all
 * in one transaction. Call it in demo mode only.
 */
export async function seedDemo(deps: Deps): Promise<void> {
  await insertFictionalUnits(deps.ownerUrl);
  const commune = fictionalCommune(SEED, AVERAGE_COMMUNE);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const accountIds = DEMO_PEOPLE.map(() => v7());
  const office: Actor = {
    userId: accountIds[0] ?? v7(),
    role: 'commune-admin',
    communeId: COMMUNE.code,
    provinceCode: null,
    cadreId: null,
    groupIds: [],
  };
  await deps.as(office, async (work) => {
    await insertOffice(work.trx, OFFICE);
    const cadreIds = await insertPeople(work, commune);
    // Accounts are seen while authenticating only; here they are made in the same transaction as what they refer to.
    await sql`select set_config('gandan.authenticating', 'on', true)`.execute(work.trx);
    for (const [index, { username, displayName, role, cadreCode }] of DEMO_PEOPLE.entries()) {
      const ofProvince = role === 'province-admin';
      await insertAccount(work.trx, {
        id: accountIds[index] ?? v7(),
        communeId: ofProvince ? null : COMMUNE.code,
        provinceCode: ofProvince ? PROVINCE.code : null,
        username,
        displayName,
        role,
        cadreId: cadreCode === undefined ? null : (cadreIds.get(cadreCode) ?? null),
        passwordHash,
      });
    }
    await insertPaper(work, accountIds[2] ?? office.userId);
    await work.audit('demo.seed', COMMUNE.code, { households: commune.households.length });
  });
}

async function insertFictionalUnits(ownerUrl: string): Promise<void> {
  const owner = connectOwner(ownerUrl);
  try {
    await owner
      .insertInto('unit')
      .values([PROVINCE, COMMUNE])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } finally {
    await owner.destroy();
  }
}

/** Hamlets, groups, households, cadres and who follows which group; returns the cadres' ids by code. */
async function insertPeople(work: Work, commune: FictionalCommune): Promise<ReadonlyMap<string, string>> {
  const communeId = COMMUNE.code;
  const validFrom = `${yearOf(work.today)}-01-01`;
  const ids = new Map(
    [...commune.hamlets, ...commune.groups, ...commune.cadres].map(({ code }) => [code, work.newId()]),
  );
  const idOf = (code: string) => ids.get(code) ?? work.newId();
  await insertHamlets(
    work.trx,
    commune.hamlets.map((hamlet) => ({ ...hamlet, communeId, id: idOf(hamlet.code), validFrom })),
  );
  await insertGroups(
    work.trx,
    commune.groups.map(({ hamletCode, ...group }) => ({
      ...group,
      communeId,
      id: idOf(group.code),
      hamletId: idOf(hamletCode),
      validFrom,
    })),
  );
  await insertHouseholds(
    work.trx,
    communeId,
    validFrom,
    commune.households.map(({ groupCode, ...household }) => ({
      ...household,
      id: work.newId(),
      groupId: idOf(groupCode),
      sortKey: personSortKey(household.headName),
      searchKey: searchKey(household.code, household.headName, household.address),
    })),
  );
  const people = new Map(DEMO_PEOPLE.map((person) => [person.cadreCode, person.displayName]));
  await insertCadres(
    work.trx,
    commune.cadres.map((cadre) => {
      const name = people.get(cadre.code) ?? cadre.name;
      return {
        ...cadre,
        name,
        communeId,
        id: idOf(cadre.code),
        sortKey: personSortKey(name),
        searchKey: searchKey(cadre.code, name),
        activeFrom: validFrom,
      };
    }),
  );
  await insertAssignments(
    work.trx,
    commune.assignments.map(({ cadreCode, groupCode }) => ({
      communeId,
      id: work.newId(),
      cadreId: idOf(cadreCode),
      groupId: idOf(groupCode),
      from: validFrom,
      to: null,
      createdBy: work.actor.userId,
    })),
  );
  return ids;
}

/** The shipped questionnaire, and the year's meetings, sheets, responses and petitions. */
async function insertPaper(work: Work, clerkId: string): Promise<void> {
  const communeId = COMMUNE.code;
  const { questionnaireId, version, layoutId, model } = await installShippedQuestionnaires(work);
  const groups = await work.trx
    .selectFrom('residentGroup as g')
    .leftJoin('assignment as a', (join) =>
      join.onRef('a.communeId', '=', 'g.communeId').onRef('a.groupId', '=', 'g.id'),
    )
    .select(['g.id', 'a.cadreId'])
    .where('g.communeId', '=', communeId)
    .orderBy('g.code')
    .execute();
  const households = await work.trx
    .selectFrom('household')
    .select(['id', 'groupId', 'headName', 'address'])
    .where('communeId', '=', communeId)
    .orderBy('code')
    .execute();
  const meetings = planYear({
    today: work.today,
    sheetPrefix: OFFICE.sheetPrefix,
    questions: paperQuestions(model),
    groups,
    households,
    random: randomSource(SEED),
    newId: work.newId,
  });
  await insertYear(
    work.trx,
    { communeId, questionnaireId, questionnaireVersion: version, layoutId, keyedBy: clerkId, recordedBy: clerkId },
    meetings,
  );
}
