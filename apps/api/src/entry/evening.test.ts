import { randomUUID } from 'node:crypto';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import type { Answers } from '@gandan/domain/entry';
import { sheetNumber } from '@gandan/domain/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { enterPackets, filledSheet, seedHouseholds, seedQuestionnaire } from '../meetings/testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let clerk: Person;
let path: string;
let meetingId: string;
let numbers: string[];

/** Plans a meeting of a group and enters its sheets in the ledger. */
async function printed(heldOn: string, groupId: string): Promise<{ id: string; numbers: string[] }> {
  const { body } = await clerk.post('/api/meetings', { groupIds: [groupId], heldOn });
  const { id, year } = body.items[0];
  const [packet] = await app.deps.as(office.actors.clerk, (work) =>
    enterPackets(work, { meetings: [{ year, id }] }, randomUUID()),
  );
  return { id, numbers: packet?.view.sheets.map((sheet) => sheet.number) ?? [] };
}

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedQuestionnaire(t, office);
  await seedHouseholds(t, office.communeId, office.groups[0].id, 6);
  await seedHouseholds(t, office.communeId, office.groups[1].id, 2, 201);
  app = await testApp(t, { as: 'clerk', now: '2026-11-12T20:00:00+07:00' });
  clerk = app;
  ({ id: meetingId, numbers } = await printed('2026-11-12', office.groups[0].id));
  path = `/api/meetings/2026/${meetingId}`;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

const submit = (number: string, answers: Answers, id: string = randomUUID()) =>
  clerk.post(`/api/entry/sheets/${number}/response`, { id, answers, seconds: 40 });
const stateOf = async (number: string) => (await clerk.get(`/api/sheets/${number}`)).body.state;

describe('the clerk’s evening', () => {
  it('begins with a bundle of returned sheets, scanned in any form', async () => {
    const scanned = [
      numbers[0],
      numbers[1]?.toLowerCase().replaceAll('-', ''),
      `GD1:ABCDEF:${numbers[2]?.replaceAll('-', '')}:1`,
    ];
    const { status, body } = await clerk.post(`${path}/returned`, { numbers: scanned });
    expect(status).toBe(200);
    expect(body).toMatchObject({ returned: 3, already: 0, ledger: { printed: 6, returned: 3, missing: 3 } });
    expect((await clerk.post(`${path}/returned`, { numbers: [numbers[0]] })).body).toMatchObject({
      returned: 0,
      already: 1,
    });
  });

  it('refuses a bundle with a wrong number in it, and marks none of it', async () => {
    const { status, body } = await clerk.post(`${path}/returned`, { numbers: [numbers[3], 'PL-999999-00'] });
    expect(status).toBe(422);
    expect(body.error.places[0].path).toBe('numbers.1');
    expect(await stateOf(numbers[3] ?? '')).toBe('printed');
  });

  it('keeps the draft with the most keys, whatever order packets arrive in', async () => {
    const draft = (keystroke: number, people: number) =>
      clerk.put(`/api/entry/sheets/${numbers[0]}/draft`, { answers: { people_all: { value: people } }, keystroke });
    expect((await draft(7, 4)).body.keystroke).toBe(7);
    expect((await draft(5, 3)).body.keystroke).toBe(7);
    const { body } = await clerk.get(`/api/entry/sheets/${numbers[0]}`);
    expect(body.draft).toMatchObject({ keystroke: 7, answers: { people_all: { value: 4 } } });
    expect(body.household).toMatchObject({ headName: 'Lê Thị Thử 101', code: 'H-101' });
    const racing = await Promise.all(Array.from({ length: 20 }, (_, index) => draft(100 - index, index)));
    expect(racing.every((answer) => answer.status === 200)).toBe(true);
    expect((await clerk.get(`/api/entry/sheets/${numbers[0]}`)).body.draft.keystroke).toBe(100);
  });

  it('submits a sheet once: the same again is the same, other answers say who keyed it', async () => {
    const id = randomUUID();
    const first = await submit(numbers[0] ?? '', filledSheet(), id);
    expect(first.status).toBe(201);
    expect(first.body.sheet.state).toBe('entered');
    for (const again of [id, randomUUID()]) {
      const repeated = await submit(numbers[0] ?? '', filledSheet(), again);
      expect(repeated.status).toBe(200);
      expect(repeated.body.response.id).toBe(id);
    }
    const other = await submit(numbers[0] ?? '', filledSheet({ living: { value: '3' } }));
    expect(other.status).toBe(409);
    expect(other.body.error.sentence.vi).toContain('Tài khoản Thử clerk');
    expect((await clerk.get(`/api/entry/sheets/${numbers[0]}`)).body).toMatchObject({ draft: null, submitted: { id } });
    expect((await clerk.put(`/api/entry/sheets/${numbers[0]}/draft`, { answers: {}, keystroke: 200 })).status).toBe(
      409,
    );
  });

  it('keys a sheet once although twenty tabs send it at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submit(numbers[1] ?? '', filledSheet({ income: { value: '2' } }))),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(19);
    const { events } = (await clerk.get(`/api/sheets/${numbers[1]}`)).body;
    expect(events.map((event: { kind: string }) => event.kind)).toEqual(['printed', 'returned', 'entered']);
  });

  it('turns what is written under “kiến nghị” into petitions, received when the household handed it over', async () => {
    const { body } = await submit(
      numbers[2] ?? '',
      filledSheet({
        petition_1_content: { value: 'Đèn đường tổ 1 hỏng' },
        petition_1_field: { value: '2' },
        petition_3_content: { missing: 'illegible' },
      }),
    );
    expect(body.petitions).toHaveLength(2);
    const { items } = (await clerk.get('/api/petitions')).body;
    expect(items[0]).toMatchObject({
      number: 1,
      kind: 'proposal',
      field: expect.stringContaining('Điện, đường'),
      content: 'Đèn đường tổ 1 hỏng',
      householdCode: 'H-103',
      receivedOn: '2026-11-12',
      dueOn: '2026-11-26',
      state: 'received',
    });
  });

  it('takes a sheet that nobody ticked as returned, and says of bad answers which and why', async () => {
    const bad = await submit(numbers[3] ?? '', filledSheet({ living: { value: '9' }, people_all: { value: 45 } }));
    expect(bad.status).toBe(422);
    expect(bad.body.error.places.map((place: { path: string }) => place.path)).toEqual(['people_all', 'living']);
    expect(await stateOf(numbers[3] ?? '')).toBe('printed');
    const confirmed = filledSheet({ people_all: { value: 45, flag: { check: 'range', reason: 'Khu nhà trọ' } } });
    expect((await submit(numbers[3] ?? '', confirmed)).status).toBe(201);
  });

  it('shows how far it is, closes only when the ledger adds up, and then nothing is keyed any more', async () => {
    const { items } = (await clerk.get('/api/entry/batches')).body;
    expect(items).toMatchObject([{ groupName: 'Tổ số 1', printed: 6, entered: 4, missing: 2 }]);
    await clerk.post(`${path}/record`, { cadrePresent: true, householdsPresent: 5, policiesTold: [] });
    const early = await clerk.post(`${path}/close`);
    expect(early.status).toBe(409);
    expect(early.body.error.sentence.vi).toContain('Đã nhập 4/6 phiếu; còn thiếu 2 phiếu');
    expect((await clerk.post(`/api/sheets/${numbers[4]}/events`, { kind: 'refused' })).status).toBe(422);
    await clerk.post(`/api/sheets/${numbers[4]}/events`, { kind: 'refused', reason: 'Không muốn trả lời' });
    await clerk.post(`/api/sheets/${numbers[5]}/events`, { kind: 'lost', reason: 'Mưa ướt' });
    expect((await clerk.post(`${path}/close`)).body.state).toBe('closed');
    const late = await submit(numbers[5] ?? '', filledSheet());
    expect(late.body.error.code).toBe('meeting.closed');
    const replay = await submit(numbers[0] ?? '', filledSheet());
    expect(replay.status).toBe(200);
  });

  it('corrects by a new row with a reason, also after closing; a stale correction is refused', async () => {
    const { submitted } = (await clerk.get(`/api/entry/sheets/${numbers[3]}`)).body;
    const correction = { id: randomUUID(), answers: filledSheet({ living: { value: '2' } }), reason: 'Đọc nhầm ô' };
    const target = `/api/entry/responses/${submitted.id}/correct`;
    expect((await clerk.post(target, { ...correction, reason: ' ' })).status).toBe(422);
    expect((await clerk.post(target, correction)).status).toBe(201);
    expect((await clerk.post(target, correction)).status).toBe(200);
    expect((await clerk.post(target, { ...correction, id: randomUUID() })).body.error.code).toBe('entry.corrected');
    const { submitted: current } = (await clerk.get(`/api/entry/sheets/${numbers[3]}`)).body;
    expect(current).toMatchObject({ id: correction.id, correctsId: submitted.id, correctionReason: 'Đọc nhầm ô' });
  });
});

describe('a sheet that is not one to key', () => {
  it('says which: no number, another commune’s, never printed, not to be seen', async () => {
    expect((await clerk.get('/api/sheets/xin-chao')).body.error.code).toBe('sheet.number');
    const wrongCheck = numbers[0]?.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) ?? '';
    expect((await clerk.get(`/api/sheets/${wrongCheck}`)).status).toBe(422);
    const unknown = sheetNumber('PL', 99_999).text;
    expect((await clerk.get(`/api/entry/sheets/${unknown}`)).body.error.code).toBe('sheet.unknown');
    const foreign = sheetNumber('TN', 1).text;
    const refused = await submit(foreign, filledSheet());
    expect(refused.status).toBe(404);
    expect(refused.body.error.sentence.vi).toContain('phiếu của xã khác');
    const stranger = await app.as(office.other.actors.clerk);
    expect((await stranger.get(`/api/sheets/${numbers[0]}`)).status).toBe(404);
  });

  it('is void, or an old copy whose number has been replaced', async () => {
    const {
      id,
      numbers: [first = '', second = ''],
    } = await printed('2026-11-11', office.groups[1].id);
    await clerk.post(`/api/sheets/${first}/events`, { kind: 'void', reason: 'Nhòe mực' });
    const voided = await submit(first, filledSheet());
    expect(voided.body.error).toMatchObject({ code: 'sheet.void' });
    expect(voided.body.error.sentence.vi).toContain('Nhòe mực');
    const [reprint] = await app.deps.as(office.actors.clerk, (work) =>
      enterPackets(work, { meetings: [{ year: 2026, id }], again: true }, randomUUID()),
    );
    expect(reprint?.view.sheets).toHaveLength(2);
    const replaced = await submit(second, filledSheet());
    expect(replaced.status).toBe(409);
    expect(replaced.body.error.code).toBe('sheet.replaced');
    expect(replaced.body.error.sentence.vi).toContain(reprint?.view.sheets[1]?.number);
    expect((await clerk.get(`/api/sheets/${second}`)).body).toMatchObject({
      state: 'void',
      replacedBy: reprint?.view.sheets[1]?.number,
    });
  });

  it('is of a group that the keyer follows himself', async () => {
    const {
      numbers: [number = ''],
    } = await printed('2026-11-13', office.groups[0].id);
    const cadreId = office.cadres[0].id;
    await t.ownerDb.updateTable('account').set({ cadreId }).where('id', '=', office.actors.clerk.userId).execute();
    for (const refused of [
      await submit(number, filledSheet()),
      await clerk.put(`/api/entry/sheets/${number}/draft`, { answers: {}, keystroke: 1 }),
      await clerk.post(`/api/sheets/${number}/events`, { kind: 'returned' }),
    ]) {
      expect(refused.status).toBe(403);
      expect(refused.body.error.code).toBe('policy.separation');
    }
    await t.ownerDb
      .updateTable('account')
      .set({ cadreId: null })
      .where('id', '=', office.actors.clerk.userId)
      .execute();
    expect((await submit(number, filledSheet())).status).toBe(201);
  });
});
