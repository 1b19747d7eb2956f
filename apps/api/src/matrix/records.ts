import { randomUUID } from 'node:crypto';
import { insertJob } from '@gandan/db/jobs';
import type { SeededCommune, TestDatabase } from '@gandan/db/testing';
import { sheetNumber } from '@gandan/domain/sheets';
import type { TestApp } from '../frame/testing.ts';
import { enterPackets, filledSheet, seedHouseholds, seedQuestionnaire } from '../meetings/testing.ts';

/** Records around one group and its cadre: what a route is asked about. */
export interface GroupRecords {
  readonly group: string;
  readonly cadre: string;
  readonly household: string;
  readonly meeting: string;
  /** Printed and returned, not keyed. */
  readonly sheet: string;
  readonly response: string;
  readonly petition: string;
  readonly evaluation: string;
  readonly assignment: string;
}

/** Records of a commune that belong to no group. */
export interface CommuneRecords {
  readonly communeId: string;
  readonly hamlet: string;
  readonly questionnaire: string;
  readonly importFile: string;
  readonly file: string;
  readonly job: string;
  /** An account that nobody of the matrix is signed in with. */
  readonly account: string;
  /** A sheet of nobody's that lies in the tray. */
  readonly stray: string;
  /** The first cadre's group, and the other one. */
  readonly groups: readonly [GroupRecords, GroupRecords];
}

const YEAR = 2026;

/** Makes one of everything in a commune, mostly through the api itself, as people of that commune would. */
export async function seedRecords(t: TestDatabase, app: TestApp, commune: SeededCommune): Promise<CommuneRecords> {
  const { communeId, actors } = commune;
  const [clerk, admin, leader] = await Promise.all([
    app.as(actors.clerk),
    app.as(actors['commune-admin']),
    app.as(actors.leader),
  ]);
  const { questionnaireId } = await seedQuestionnaire(t, commune);
  const made = async (answer: Promise<{ status: number; body: { id: string } }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`seeding the matrix: ${status} ${JSON.stringify(body)}`);
    return body.id;
  };

  const groupRecords = async (index: 0 | 1): Promise<GroupRecords> => {
    const group = commune.groups[index].id;
    const cadre = commune.cadres[index].id;
    await seedHouseholds(t, communeId, group, 2, index === 0 ? 101 : 201);
    const [household] = (await clerk.get('/api/households')).body.items.filter(
      (row: { groupId: string }) => row.groupId === group,
    );
    const planned = await clerk.post('/api/meetings', { groupIds: [group], heldOn: '2026-11-10' });
    const meeting = planned.body.items[0].id;
    const [packet] = await app.deps.as(actors.clerk, (work) =>
      enterPackets(work, { meetings: [{ year: YEAR, id: meeting }] }, randomUUID()),
    );
    const numbers = packet?.view.sheets.map((sheet) => sheet.number) ?? [];
    await clerk.post(`/api/meetings/${YEAR}/${meeting}/returned`, { numbers });
    const id = randomUUID();
    await clerk.post(`/api/entry/sheets/${numbers[1]}/response`, { id, answers: filledSheet() });
    const petition = await made(
      clerk.post('/api/petitions', { kind: 'proposal', field: 'đường', content: 'Đường ngập', groupId: group }),
    );
    const owned = { kind: 'assigned', ownerCadreId: cadre, ifSeq: 1 };
    await clerk.post(`/api/petitions/${YEAR}/${petition}/events`, owned);
    const evaluation = await made(leader.post('/api/evaluations', { cadreId: cadre, year: YEAR }));
    const assignment = await t.ownerDb
      .selectFrom('assignment')
      .select('id')
      .where('groupId', '=', group)
      .executeTakeFirstOrThrow();
    return {
      ...{ group, cadre, household: household.id, meeting, sheet: numbers[0] ?? '', response: id },
      ...{ petition, evaluation, assignment: assignment.id },
    };
  };

  const list = 'Mã hộ,Chủ hộ,Địa chỉ,Tổ\nNEW-1,Lê Văn Thử,Ấp Mẫu,TO-01\n';
  const importFile = await made(
    admin.post('/api/households/imports', undefined, { raw: list, headers: { 'X-File-Name': 'ho.csv' } }),
  );
  const file = await app.deps.as(actors.clerk, (work) =>
    app.deps.files.put(work, 'Phiếu thử.pdf', 'application/pdf', Buffer.from('%PDF-1.7 thử')),
  );
  const job = randomUUID();
  await app.deps.as(actors.clerk, (work) =>
    insertJob(work.trx, {
      ...{ communeId, id: job, kind: 'print-packets', state: 'done', params: {}, createdBy: work.actor.userId },
    }),
  );
  const spare = { username: `spare.${communeId}`, displayName: 'Tài khoản Thử', role: 'clerk' };
  const account = await made(admin.post('/api/users', spare));
  const stray = await made(clerk.post('/api/entry/strays', { number: sheetNumber('ZZ', 7).text }));
  return {
    ...{ communeId, hamlet: commune.hamletId, questionnaire: questionnaireId, importFile, file, job, account, stray },
    groups: [await groupRecords(0), await groupRecords(1)],
  };
}
