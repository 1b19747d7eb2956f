import { insertOffice } from '@gandan/db/access';
import { insertAssignments } from '@gandan/db/assignments';
import {
  AVERAGE_COMMUNE,
  type FictionalCommune,
  fictionalCommune,
  insertAccountsOfAnyReach,
  insertFictionalUnits,
  insertYear,
  planYear,
  randomSource,
} from '@gandan/db/demo';
import { type HouseholdRow, insertHouseholds } from '@gandan/db/households';
import { insertCadres } from '@gandan/db/people';
import { insertGroups, insertHamlets } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { yearOf } from '@gandan/domain/calendar';
import type { Actor, Role } from '@gandan/domain/policy';
import { paperQuestions } from '@gandan/domain/questionnaires';
import { personSortKey, searchKey } from '@gandan/domain/text';
import { v7 } from 'uuid';
import { hashPassword } from '../access/passwords.ts';
import type { Deps } from '../frame/deps.ts';
import { installShippedQuestionnaires } from '../questionnaires/install.ts';
import { ASSESSED, insertEvaluations } from './evaluations.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, LEADER_CODE } from './people.ts';
import { insertPrint } from './printing.ts';

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
  await insertFictionalUnits(deps.ownerUrl, [PROVINCE, COMMUNE]);
  const commune = fictionalCommune(SEED, AVERAGE_COMMUNE);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const accounts = everybody(commune).map((person) => ({ ...person, id: v7() }));
  const idOf = (role: Role) => accounts.find((account) => account.role === role)?.id ?? v7();
  const office: Actor = {
    userId: idOf('commune-admin'),
    role: 'commune-admin',
    communeId: COMMUNE.code,
    provinceCode: null,
    cadreId: null,
    groupIds: [],
  };
  await deps.as(office, async (work) => {
    await insertOffice(work.trx, OFFICE);
    const people = await insertPeople(work, commune);
    const cadreIdOf = (code: string | undefined) => (code === undefined ? null : (people.cadreIds.get(code) ?? null));
    await insertAccountsOfAnyReach(
      work.trx,
      accounts.map(({ cadreCode, ...account }) => ({
        ...account,
        communeId: account.role === 'province-admin' ? null : COMMUNE.code,
        provinceCode: account.role === 'province-admin' ? PROVINCE.code : null,
        cadreId: cadreIdOf(cadreCode),
        passwordHash,
      })),
    );
    await insertPaper(work, people, idOf('clerk'));
    await insertPrint(deps, work);
    const leader: Actor = { ...office, userId: idOf('leader'), role: 'leader', cadreId: cadreIdOf(LEADER_CODE) };
    const leaders = new Set(commune.cadres.filter(({ isLeader }) => isLeader).map(({ code }) => code));
    const cadres = accounts.flatMap(({ id, cadreCode = '' }) => {
      const cadreId = cadreIdOf(cadreCode);
      return cadreId === null || leaders.has(cadreCode) ? [] : [{ accountId: id, cadreId, cadreCode }];
    });
    // The cadre whose sign-in is printed has his self-assessment still before him.
    const printed = cadres.filter(({ cadreCode }) => DEMO_PEOPLE.some((person) => person.cadreCode === cadreCode));
    const others = cadres.filter((cadre) => !printed.includes(cadre));
    await insertEvaluations(work, [...others.slice(0, ASSESSED), ...printed, ...others.slice(ASSESSED)], leader);
    await work.audit('demo.seed', COMMUNE.code, { households: commune.households.length });
  });
}

/** The demo's people, and an account for every other cadre under his code. */
function everybody(commune: FictionalCommune): readonly DemoPerson[] {
  const taken = new Set(DEMO_PEOPLE.map(({ cadreCode }) => cadreCode));
  const others = commune.cadres.filter(({ code }) => !taken.has(code));
  return [
    ...DEMO_PEOPLE,
    ...others.map(({ code, name }): DemoPerson => {
      return { username: code.toLowerCase(), displayName: name, role: 'cadre', cadreCode: code };
    }),
  ];
}

/** The stored rows that the year is planned over. */
interface StoredPeople {
  readonly cadreIds: ReadonlyMap<string, string>;
  readonly groups: readonly { readonly id: string; readonly cadreId: string | null }[];
  readonly households: readonly HouseholdRow[];
}

/** Hamlets, groups, households, cadres and who follows which group. */
async function insertPeople(work: Work, commune: FictionalCommune): Promise<StoredPeople> {
  const communeId = COMMUNE.code;
  const validFrom = `${yearOf(work.today)}-01-01`;
  const ids = new Map(
    [...commune.hamlets, ...commune.groups, ...commune.cadres].map(({ code }) => [code, work.newId()]),
  );
  const idOf = (code: string) => ids.get(code) ?? work.newId();
  const named = new Map(DEMO_PEOPLE.map((person) => [person.cadreCode, person.displayName]));
  const households = commune.households.map(({ code, groupCode, headName, address }) => ({
    id: work.newId(),
    code,
    groupId: idOf(groupCode),
    headName,
    address,
    sortKey: personSortKey(headName),
    searchKey: searchKey(code, headName, address),
  }));
  await insertHamlets(
    work.trx,
    commune.hamlets.map((hamlet) => ({ ...hamlet, communeId, id: idOf(hamlet.code), validFrom })),
  );
  await insertGroups(
    work.trx,
    commune.groups.map(({ hamletCode, ...group }) => ({
      ...group,
      // The demo's year has a round in every quarter.
      meetingCycle: 'quarter',
      communeId,
      id: idOf(group.code),
      hamletId: idOf(hamletCode),
      validFrom,
    })),
  );
  await insertHouseholds(work.trx, communeId, validFrom, households);
  await insertCadres(
    work.trx,
    commune.cadres.map((cadre) => {
      const name = named.get(cadre.code) ?? cadre.name;
      const keys = { sortKey: personSortKey(name), searchKey: searchKey(cadre.code, name) };
      return { ...cadre, ...keys, name, communeId, id: idOf(cadre.code), activeFrom: validFrom };
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
  const follower = new Map(commune.assignments.map(({ cadreCode, groupCode }) => [groupCode, idOf(cadreCode)]));
  const groups = commune.groups.map(({ code }) => ({ id: idOf(code), cadreId: follower.get(code) ?? null }));
  return { cadreIds: ids, groups, households };
}

/** The shipped questionnaire, and the year's meetings, sheets, responses and petitions. */
async function insertPaper(work: Work, people: StoredPeople, clerkId: string): Promise<void> {
  const { questionnaireId, version, layoutId, model } = await installShippedQuestionnaires(work);
  const meetings = planYear({
    today: work.today,
    sheetPrefix: OFFICE.sheetPrefix,
    questions: paperQuestions(model),
    ...people,
    random: randomSource(SEED),
    newId: work.newId,
  });
  const owner = { communeId: COMMUNE.code, questionnaireId, questionnaireVersion: version, layoutId };
  await insertYear(work.trx, { ...owner, keyedBy: clerkId, recordedBy: clerkId }, meetings);
}
