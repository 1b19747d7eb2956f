import { randomUUID } from 'node:crypto';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { type Answers, sameAnswers } from '@gandan/domain/entry';
import { HOUSEHOLD_QUESTIONNAIRE, paperQuestions } from '@gandan/domain/questionnaires';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { enterPackets, filledSheet, seedHouseholds, seedQuestionnaire } from '../meetings/testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
/** Three people of the office who key; and one of another commune. */
let an: Person;
let binh: Person;
let chi: Person;
let stranger: Person;
let numbers: string[];
let questionnaireId: string;

async function clerkNamed(displayName: string): Promise<Person> {
  const id = v7();
  const account = { id, communeId: office.communeId, username: `thu.${id.slice(-8)}`, displayName, role: 'clerk' };
  await t.ownerDb
    .insertInto('account')
    .values({ ...account, passwordHash: 'unset' })
    .execute();
  return app.as({ userId: id });
}

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  ({ questionnaireId } = await seedQuestionnaire(t, office));
  await seedHouseholds(t, office.communeId, office.groups[0].id, 40);
  app = await testApp(t, { as: 'clerk', now: '2026-11-12T20:00:00+07:00' });
  an = app;
  binh = await clerkNamed('Nguyễn Văn Bình Thử');
  chi = await clerkNamed('Trần Thị Chi Ví Dụ');
  stranger = await app.as(office.other.actors.clerk);
  const { body } = await an.post('/api/meetings', { groupIds: [office.groups[0].id], heldOn: '2026-11-12' });
  const { id, year } = body.items[0];
  const [packet] = await app.deps.as(office.actors.clerk, (work) =>
    enterPackets(work, { meetings: [{ year, id }] }, randomUUID()),
  );
  numbers = packet?.view.sheets.map((sheet) => sheet.number) ?? [];
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

const isValue = (name: string) => 'value' in (filledSheet()[name] ?? {});
const take = () => numbers.shift() ?? '';
const set = async (share: number, evaluated = false) => {
  const admin = await app.as('commune-admin');
  const { status } = await admin.put(`/api/entry/quality/double/${questionnaireId}`, { share, evaluated });
  expect(status).toBe(200);
};
const key = (who: Person, number: string, answers: Answers, id: string = randomUUID()) =>
  who.post(`/api/entry/sheets/${number}/response`, { id, answers, seconds: 30 });
const again = (who: Person, number: string, answers: Answers, more: { id?: string; again?: boolean } = {}) =>
  who.post(`/api/entry/second/${number}/response`, { id: randomUUID(), answers, ...more });
const decide = (who: Person, number: string, verdicts: unknown[], id: string = randomUUID()) =>
  who.post(`/api/entry/second/${number}/decision`, { id, verdicts });
const stateOf = async (number: string) => (await (await app.as('auditor')).get(`/api/sheets/${number}`)).body;
/** A sheet keyed once and drawn. */
async function drawn(answers = filledSheet()): Promise<string> {
  await set(100);
  const number = take();
  expect((await key(an, number, answers)).status).toBe(201);
  return number;
}

describe('the draw', () => {
  it('takes nothing until the office says so, and then every sheet, or only the questions that count for somebody', async () => {
    const before = take();
    await key(an, before, filledSheet());
    expect((await binh.get(`/api/entry/second/${before}`)).body.error.code).toBe('double.not-drawn');
    const number = await drawn();
    expect((await binh.get(`/api/entry/second/${number}`)).body.questions.length).toBeGreaterThan(30);
    await set(0, true);
    const part = take();
    await key(an, part, filledSheet());
    const { body } = await binh.get(`/api/entry/second/${part}`);
    expect(body.questions).toEqual(expect.arrayContaining(['told', 'channels', 'petition_1_content']));
    expect(body.questions).not.toContain('income');
    const answers = Object.fromEntries(
      Object.entries(filledSheet()).filter(([name]) => body.questions.includes(name)),
    ) as Answers;
    expect((await again(binh, part, filledSheet())).status).toBe(422);
    expect((await again(binh, part, answers)).body).toMatchObject({ stage: 'settled', sheet: { state: 'verified' } });
  });

  it('is by a secret that never leaves the database, and the same for a sheet whatever happens', async () => {
    await set(50);
    const some = Array.from({ length: 8 }, take);
    for (const number of some) await key(an, number, filledSheet());
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from second_keying where sheet_number = any(${some})`.execute(t.ownerDb);
    const { rows: secrets } = await sql<{ n: number }>`select count(*)::int as n from entry_secret`.execute(t.ownerDb);
    expect([(rows[0]?.n ?? -1) >= 0, secrets[0]?.n]).toEqual([true, 1]);
    await expect(sql`update entry_secret set secret = sha256('x')`.execute(t.ownerDb)).rejects.toThrow(/immutable/);
  });
});

describe('the second keying', () => {
  it('shows nothing of the first one, on any way', async () => {
    const number = await drawn(filledSheet({ people_all: { value: 17 }, petition_1_content: { value: 'Cầu gãy' } }));
    const ways = [
      await binh.get(`/api/entry/second/${number}`),
      await binh.get(`/api/entry/sheets/${number}`),
      await binh.get(`/api/sheets/${number}`),
    ];
    for (const { status, body } of ways) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/"value":17|Cầu gãy/);
    }
    expect((await an.get(`/api/entry/sheets/${number}`)).body.submitted.answers.people_all).toEqual({ value: 17 });
    // Neither does trying the same answers in the first pass tell anything.
    const tried = await key(binh, number, filledSheet({ people_all: { value: 17 } }));
    expect(tried.body.error.code).toBe('double.awaits-second');
    const guess = await key(binh, number, filledSheet({ people_all: { value: 3 } }));
    expect(guess.body).toEqual(tried.body);
  });

  it('is done by another person, of this commune, who does not follow the group', async () => {
    const number = await drawn();
    expect((await again(an, number, filledSheet())).body.error.code).toBe('double.same-person');
    expect((await an.get(`/api/entry/second/${number}`)).status).toBe(403);
    expect((await stranger.get(`/api/entry/second/${number}`)).status).toBe(404);
    expect((await again(stranger, number, filledSheet())).status).toBe(404);
    const cadre = { cadreId: office.cadres[0].id };
    await t.ownerDb.updateTable('account').set(cadre).where('id', '=', binh.accountId).execute();
    expect((await again(binh, number, filledSheet())).body.error.code).toBe('policy.separation');
    expect((await binh.get('/api/entry/second')).body.second).toEqual([]);
    await t.ownerDb.updateTable('account').set({ cadreId: null }).where('id', '=', binh.accountId).execute();
    expect((await again(await app.as('auditor'), number, filledSheet())).status).toBe(403);
    expect((await again(binh, number, filledSheet())).status).toBe(201);
  });

  it('has drafts of its own, and stores once what is sent twice', async () => {
    const number = await drawn();
    const draft = { answers: { people_all: { value: 4 } }, keystroke: 9 };
    expect((await binh.put(`/api/entry/second/${number}/draft`, draft)).body).toEqual({ number, keystroke: 9 });
    expect((await binh.get(`/api/entry/second/${number}`)).body.draft).toMatchObject(draft);
    expect((await chi.get(`/api/entry/second/${number}`)).body).toMatchObject({ draft: null });
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => again(binh, number, filledSheet(), { id })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect((await again(binh, number, filledSheet())).body.error.code).toBe('double.done');
    expect((await again(chi, number, filledSheet())).body.error.code).toBe('double.done');
    const { events, response } = await stateOf(number);
    expect(events.map((event: { kind: string }) => event.kind).at(-1)).toBe('verified');
    expect(response.keyedByName).toBe('Tài khoản Thử clerk');
  });

  it('tells only which questions to read again; who reads again may put his own right', async () => {
    const number = await drawn(filledSheet({ people_all: { value: 4 }, living: { value: '2' } }));
    const first = await again(binh, number, filledSheet({ people_all: { value: 7 }, living: { value: '2' } }));
    expect(first.body).toMatchObject({ stage: 'reread', reread: [{ name: 'people_all' }] });
    expect(JSON.stringify(first.body)).not.toContain('"value"');
    expect((await binh.get('/api/entry/second')).body.reread).toMatchObject([{ number }]);
    expect(
      (
        await an.post(`/api/entry/responses/${(await stateOf(number)).response.id}/correct`, {
          id: randomUUID(),
          answers: filledSheet(),
          reason: 'Đọc nhầm',
        })
      ).body.error.code,
    ).toBe('double.awaits-second');
    const { body: open } = await binh.get(`/api/entry/second/${number}`);
    expect(open).toMatchObject({ stage: 'reread', reread: [{ name: 'people_all' }] });
    expect(JSON.stringify(open)).not.toContain('"value":4');
    expect((await again(chi, number, {}, { again: true })).body.error.code).toBe('double.not-yours');
    const read = await again(binh, number, { people_all: { value: 4 } }, { again: true });
    expect(read.body).toMatchObject({ stage: 'settled', sheet: { state: 'verified' } });
    const { response } = await stateOf(number);
    expect(response.answers.people_all).toEqual({ value: 4 });
  });
});

describe('the third person', () => {
  async function disputed() {
    const number = await drawn(filledSheet({ people_all: { value: 4 }, living: { value: '2' } }));
    const mine = { people_all: { value: 7 }, living: { value: '3' } };
    await again(binh, number, filledSheet(mine));
    expect((await chi.get(`/api/entry/second/${number}/decision`)).body.error.code).toBe('double.not-comparable');
    const kept = await again(binh, number, mine, { again: true });
    expect(kept.body).toMatchObject({ stage: 'adjudication', reread: [] });
    return number;
  }

  it('is neither of the two, sees both values but no names, and decides each with the paper', async () => {
    const number = await disputed();
    for (const keyer of [an, binh]) {
      expect((await keyer.get(`/api/entry/second/${number}/decision`)).body.error.code).toBe('double.third-person');
      expect((await decide(keyer, number, [])).body.error.code).toBe('double.third-person');
    }
    expect((await stranger.get(`/api/entry/second/${number}/decision`)).status).toBe(404);
    expect(
      (await chi.get('/api/entry/second')).body.adjudication.map((row: { number: string }) => row.number),
    ).toContain(number);
    const { body } = await chi.get(`/api/entry/second/${number}/decision`);
    expect(body.differing).toEqual(['people_all', 'living']);
    expect([body.first.people_all, body.second.people_all]).toEqual([{ value: 4 }, { value: 7 }]);
    expect(JSON.stringify(body)).not.toContain('Bình Thử');
    const half = await decide(chi, number, [{ question: 'living', chosen: 'second' }]);
    expect(half.body.error).toMatchObject({ code: 'double.verdicts', places: [{ path: 'people_all' }] });
    const third = { question: 'people_all', chosen: 'third', answer: { value: 5 }, reason: 'Chữ số 5 bị nhòe' };
    const id = randomUUID();
    const verdicts = [{ question: 'living', chosen: 'second' }, third];
    expect((await decide(chi, number, verdicts, id)).status).toBe(201);
    expect((await decide(chi, number, verdicts, id)).status).toBe(200);
    expect((await decide(await app.as('commune-admin'), number, verdicts)).body.error.code).toBe('double.done');
    const { state, response } = await stateOf(number);
    expect(state).toBe('verified');
    expect(response).toMatchObject({
      answers: { people_all: { value: 5 }, living: { value: '3' } },
      correctionReason: 'Phân xử hai lần nhập',
    });
    const { rows } = await sql<{ pass: number; people: number }>`
      select pass, (answers->'people_all'->>'value')::int as people from response
      where sheet_number = ${number} order by pass, people`.execute(t.ownerDb);
    expect(rows.map((row) => [row.pass, row.people])).toEqual([
      [1, 4],
      [1, 5],
      [2, 7],
      [2, 7],
    ]);
    await expect(sql`delete from adjudication`.execute(t.ownerDb)).rejects.toThrow(/immutable/);
    await expect(sql`delete from second_keying`.execute(t.ownerDb)).rejects.toThrow(/immutable/);
  });

  it('leaves the first keying as it is when that was right; afterwards it is corrected like every sheet', async () => {
    const number = await disputed();
    const before = (await stateOf(number)).response.id;
    const verdicts = ['people_all', 'living'].map((question) => ({ question, chosen: 'first' }));
    await decide(chi, number, verdicts);
    const { state, response } = await stateOf(number);
    expect([state, response.id]).toEqual(['verified', before]);
    const correction = { id: randomUUID(), answers: filledSheet({ living: { value: '1' } }), reason: 'Đọc nhầm ô' };
    expect((await binh.post(`/api/entry/responses/${before}/correct`, correction)).status).toBe(201);
  });
});

describe('the ledger', () => {
  it('lets no hand verify a sheet that waits for its second keying', async () => {
    const number = await drawn();
    const { body } = await chi.post(`/api/sheets/${number}/events`, { kind: 'verified' });
    expect(body.error.code).toBe('double.awaits-second');
  });
});

describe('seeded keying errors', () => {
  it('are all found, and what the sheets say in the end is what the households wrote', async () => {
    const all = paperQuestions(HOUSEHOLD_QUESTIONNAIRE);
    const skips = new Set(all.map(({ item }) => item.relevant?.question));
    const choices = all.filter(
      ({ item, name }) => item.type === 'select_one' && !skips.has(item.name) && isValue(name),
    );
    const slip = (nth: number): Answers => {
      const { name = '' } = choices[nth % choices.length] ?? {};
      return { [name]: { value: '2' } };
    };
    for (let sheet = 0; sheet < 6; sheet += 1) {
      const paper = filledSheet();
      const number = await drawn({ ...paper, ...slip(sheet * 2) });
      const mine = { ...paper, ...slip(sheet * 2 + 1) };
      const told = (await again(binh, number, mine)).body;
      const wrong = [...Object.keys(slip(sheet * 2)), ...Object.keys(slip(sheet * 2 + 1))];
      const named = told.reread.map((one: { name: string }) => one.name);
      expect(named).toEqual(expect.arrayContaining(wrong));
      // He puts his own right; what the first one slipped on is left to the third person.
      const open = (await binh.get(`/api/entry/second/${number}`)).body;
      const read = Object.fromEntries(Object.entries(paper).filter(([name]) => open.questions.includes(name)));
      expect((await again(binh, number, read as Answers, { again: true })).body.stage).toBe('adjudication');
      const { differing } = (await chi.get(`/api/entry/second/${number}/decision`)).body;
      expect(differing).toEqual(Object.keys(slip(sheet * 2)));
      await decide(
        chi,
        number,
        differing.map((question: string) => ({ question, chosen: 'second' })),
      );
      const { state, response } = await stateOf(number);
      expect(state).toBe('verified');
      expect(sameAnswers(response.answers, paper)).toBe(true);
    }
  });
});

describe('error rates', () => {
  it('are shown with n and an interval to the office, the leader and the auditor, not to the keyers', async () => {
    expect((await binh.get('/api/entry/quality?year=2026')).status).toBe(403);
    const { body } = await (await app.as('leader')).get('/api/entry/quality?year=2026');
    expect(body.settings).toMatchObject([{ id: questionnaireId, share: 100 }]);
    expect(body.all.n).toBeGreaterThan(100);
    expect(body.all.low).toBeLessThan(body.all.errors / body.all.n);
    const of = (name: string) => body.clerks.find((clerk: { name: string }) => clerk.name.includes(name));
    expect(of('Bình').rate.errors).toBeGreaterThan(0);
    expect(of('Bình').rate.n).toBeGreaterThan(of('Bình').rate.errors);
    const [{ questions }] = body.questionnaires;
    expect(questions.find((one: { name: string }) => one.name === 'living').rate.errors).toBeGreaterThanOrEqual(2);
  });
});

describe('a second keyer who is away', () => {
  it('holds a sheet up for three days; then a third person decides without him', async () => {
    const number = await drawn(filledSheet({ living: { value: '2' } }));
    await again(binh, number, filledSheet({ living: { value: '3' } }));
    const waiting = async (who: Person) =>
      (await who.get('/api/entry/second')).body.adjudication.map((row: { number: string }) => row.number);
    expect(await waiting(chi)).not.toContain(number);
    app.clock.advance(3 * 24 * 60 * 60 * 1000);
    const later = await app.as({ userId: chi.accountId });
    expect(await waiting(later)).toContain(number);
    expect((await decide(later, number, [{ question: 'living', chosen: 'second' }])).status).toBe(201);
  });
});
