import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { COMMENT, PROPOSAL, SELF, type SeededYear, seedYear } from './testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let year: SeededYear;
let app: TestApp;
const people = {} as Record<'admin' | 'leader' | 'clerk' | 'cadre' | 'auditor' | 'stranger', Person>;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  year = await seedYear(t, office);
  app = await testApp(t, { as: 'commune-admin' });
  people.admin = app;
  people.leader = await app.as('leader');
  people.clerk = await app.as('clerk');
  people.cadre = await app.as('cadre');
  people.auditor = await app.as('auditor');
  people.stranger = await app.as(office.other.actors.leader);
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

/** A new evaluation of an own cadre, so that tests do not meet each other. */
async function freshCadre(name = 'Lê Thị Thử', changes: Record<string, unknown> = {}): Promise<string> {
  const code = `CB-${v7().slice(-8)}`;
  const facts = { code, name, post: 'Công chức', department: 'Văn phòng', activeFrom: '2020-01-01', ...changes };
  return (await people.admin.post('/api/cadres', facts)).body.id;
}

async function opened(cadreId: string): Promise<string> {
  const { body } = await people.admin.post('/api/evaluations', { cadreId, year: 2026 });
  return `/api/evaluations/2026/${body.id}`;
}

/** The steps that follow from somebody else's account of that cadre. */
async function accountOf(cadreId: string, role: 'cadre' | 'leader' | 'commune-admin' = 'cadre'): Promise<Person> {
  const id = v7();
  const { communeId } = office;
  await t.ownerDb
    .insertInto('account')
    .values({ id, communeId, role, cadreId, username: id, displayName: 'Tài khoản Thử', passwordHash: 'unset' })
    .execute();
  return app.as({ userId: id });
}

const full = (percent: number) =>
  Object.fromEntries(['a', 'b', 'c'].map((code) => [code, { percent, reason: 'Theo sổ theo dõi công việc' }]));

async function decided(percent = 80): Promise<{ path: string; cadreId: string; self: Person }> {
  const cadreId = await freshCadre();
  const self = await accountOf(cadreId);
  const path = await opened(cadreId);
  expect((await self.post(`${path}/self`, SELF)).status).toBe(201);
  expect((await people.leader.post(`${path}/proposal`, { ...PROPOSAL, results: full(percent) })).status).toBe(201);
  expect((await people.leader.post(`${path}/decision`, { level: 'good' })).status).toBe(201);
  return { path, cadreId, self };
}

describe('the year of a cadre', () => {
  it('opens with the figures of his own groups, each with the records behind it', async () => {
    const { status, body } = await people.admin.post('/api/evaluations', { cadreId: office.cadres[0].id, year: 2026 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'open',
      draft: true,
      version: 1,
      asOf: '2026-11-12',
      next: [],
    });
    const figures = Object.fromEntries(
      body.indicators.map((one: { code: string; numerator: number; denominator: number }) => [
        one.code,
        `${one.numerator}/${one.denominator}`,
      ]),
    );
    expect(figures).toEqual({
      'meetings-attended': '2/3',
      'households-reached': '3/4',
      'sheets-returned': '9/12',
      'policies-told': '2/3',
      'petitions-answered': '2/3',
      'petitions-on-time': '1/3',
    });
    const evidence = body.indicators.find((one: { code: string }) => one.code === 'sheets-returned').evidence;
    expect(evidence.map((record: { recordId: string }) => record.recordId).sort()).toEqual([...year.sheets].sort());
    expect(body.assessment.components.map((one: { percent: number }) => Math.round(one.percent))).toEqual([71, 67, 33]);
  });

  it('goes from self-assessment to appeal, and each step is kept with its author', async () => {
    const path = `/api/evaluations/2026/${(await list())[0].id}`;
    const self = await people.cadre.post(`${path}/self`, SELF);
    expect(self.body).toMatchObject({ state: 'assessed', level: { self: 'good' }, common: { self: 30 } });
    expect((await people.leader.post(`${path}/comment`, COMMENT)).status).toBe(201);
    const proposal = await people.leader.post(`${path}/proposal`, PROPOSAL);
    expect(proposal.body).toMatchObject({ state: 'proposed', level: { proposed: 'completed' } });
    expect(proposal.body.assessment).toMatchObject({ common: 25, results: 39.9, total: 64.9 });
    expect(proposal.body.resultFormula).toBe('(a + b + c) / 3 × 70 = (70,8 + 66,7 + 33,3) % / 3 × 70 = 39,9');
    const decision = await people.leader.post(`${path}/decision`, { level: 'completed' });
    expect(decision.body).toMatchObject({ state: 'decided', draft: false, level: { decided: 'completed' } });
    expect((await people.admin.post(`${path}/notice`, { number: '12/TB-UBND', on: '2026-12-10' })).status).toBe(201);
    const appealed = await people.cadre.post(`${path}/appeal`, { text: 'Xin xem lại kiến nghị số 3.' });
    expect(appealed.body.state).toBe('appealed');
    const kinds = appealed.body.steps.map((step: { kind: string; byName: string }) => `${step.kind}: ${step.byName}`);
    expect(kinds).toEqual([
      'data: Tài khoản Thử commune-admin',
      'self: Tài khoản Thử cadre',
      'comment: Tài khoản Thử leader',
      'proposal: Tài khoản Thử leader',
      'decision: Tài khoản Thử leader',
      'notice: Tài khoản Thử commune-admin',
      'appeal: Tài khoản Thử cadre',
    ]);
    expect((await list())[0]).toMatchObject({ state: 'appealed', selfLevel: 'good', points: 64.9, level: 'completed' });
  });

  it('is opened once, for years that the scheme judges and cadres who were in office', async () => {
    const open = (input: object) => people.admin.post('/api/evaluations', input);
    const cadreId = await freshCadre();
    expect((await open({ cadreId, year: 2026 })).status).toBe(201);
    expect((await open({ cadreId, year: 2026 })).body.error.code).toBe('evaluation.exists');
    expect((await open({ cadreId, year: 2025 })).body.error).toMatchObject({
      code: 'evaluation.no-scheme',
      sentence: { vi: expect.stringContaining('áp dụng từ năm 2026, không dùng để đánh giá năm 2025') },
    });
    expect((await open({ cadreId, year: 2027 })).body.error.code).toBe('evaluation.year-ahead');
    expect((await open({ cadreId: office.other.cadres[0].id, year: 2026 })).status).toBe(404);
    const gone = await freshCadre('Người Thử Cũ', { activeTo: '2025-12-31' });
    expect((await open({ cadreId: gone, year: 2026 })).body.error.code).toBe('evaluation.not-in-office');
    expect((await open({ cadreId, year: 2026, extra: 1 })).status).toBe(422);
  });
});

const list = async (person: Person = people.admin) => (await person.get('/api/evaluations?year=2026')).body.items;

describe('who may do what', () => {
  it('a clerk sees no points, a cadre only his own year, an auditor everything', async () => {
    const path = await opened(await freshCadre());
    expect((await people.clerk.get('/api/evaluations?year=2026')).status).toBe(403);
    expect((await people.clerk.get(path)).status).toBe(403);
    expect((await people.clerk.get(`${path}/document.pdf`)).status).toBe(403);
    expect((await list(people.cadre)).map((row: { cadreId: string }) => row.cadreId)).toEqual([office.cadres[0].id]);
    expect((await people.cadre.get(path)).status).toBe(404);
    expect((await people.cadre.get(`${path}/document.pdf`)).status).toBe(404);
    expect((await people.cadre.post(`${path}/self`, SELF)).status).toBe(404);
    expect((await people.auditor.get(path)).status).toBe(200);
    expect((await people.auditor.post(`${path}/comment`, COMMENT)).status).toBe(403);
  });

  it('nothing of another commune is there', async () => {
    const path = await opened(await freshCadre());
    for (const [verb, body] of Object.entries({ comment: COMMENT, proposal: PROPOSAL, decision: { level: 'good' } })) {
      expect((await people.stranger.post(`${path}/${verb}`, body)).status).toBe(404);
    }
    expect((await people.stranger.get(path)).status).toBe(404);
    expect((await people.stranger.get(`${path}/document.pdf`)).status).toBe(404);
    expect((await people.stranger.post(`${path}/correct`, { reason: 'x' })).status).toBe(404);
    expect(await list(people.stranger)).toHaveLength(2);
  });

  it('nobody comments on, proposes or decides his own year, whatever his role', async () => {
    const cadreId = await freshCadre();
    const leader = await accountOf(cadreId, 'leader');
    const admin = await accountOf(cadreId, 'commune-admin');
    const path = await opened(cadreId);
    expect((await leader.post(`${path}/self`, SELF)).status).toBe(201);
    for (const [verb, body] of Object.entries({ comment: COMMENT, proposal: PROPOSAL, decision: { level: 'good' } })) {
      const { status, body: refused } = await leader.post(`${path}/${verb}`, body);
      expect([status, refused.error.code]).toEqual([403, 'policy.separation']);
    }
    expect((await admin.post(`${path}/proposal`, PROPOSAL)).body.error.code).toBe('policy.separation');
    expect((await people.admin.post(`${path}/decision`, { level: 'good' })).status).toBe(403);
    expect((await people.leader.post(`${path}/self`, SELF)).status).toBe(403);
  });
});

describe('the order of the steps', () => {
  it('is kept: no proposal before the self-assessment, no decision before the proposal', async () => {
    const cadreId = await freshCadre();
    const self = await accountOf(cadreId);
    const path = await opened(cadreId);
    const early = await people.leader.post(`${path}/proposal`, PROPOSAL);
    expect([early.status, early.body.error.code]).toEqual([409, 'evaluation.state']);
    expect(early.body.error.sentence.vi).toContain('cán bộ chưa tự đánh giá');
    await self.post(`${path}/self`, SELF);
    expect((await people.leader.post(`${path}/decision`, { level: 'good' })).status).toBe(409);
    await people.leader.post(`${path}/proposal`, { ...PROPOSAL, results: full(80) });
    expect((await self.post(`${path}/self`, SELF)).status).toBe(409);
    expect((await people.admin.post(`${path}/notice`, { number: '1', on: '2026-12-10' })).status).toBe(409);
  });

  it('bad points, reasons and texts are refused field by field, and nothing is stored', async () => {
    const cadreId = await freshCadre();
    const self = await accountOf(cadreId);
    const path = await opened(cadreId);
    const wrong = await self.post(`${path}/self`, { ...SELF, points: { ...SELF.points, 'I.1': 4.3 } });
    expect(wrong.status).toBe(422);
    expect(wrong.body.error.places).toEqual([
      { path: 'points.I.1', sentence: expect.objectContaining({ vi: 'Tiêu chí I.1: điểm chấm theo bước 0,5.' }) },
    ]);
    expect((await self.post(`${path}/self`, { ...SELF, strengths: 'x'.repeat(5000) })).status).toBe(422);
    expect((await self.post(`${path}/self`, { ...SELF, level: 'best' })).status).toBe(422);
    expect((await people.admin.get(path)).body.steps).toHaveLength(1);
    await self.post(`${path}/self`, SELF);
    const vetoes = [{ code: 'unit-corruption', reason: 'Không phải lãnh đạo' }];
    expect((await people.leader.post(`${path}/proposal`, { ...PROPOSAL, vetoes })).body.error.code).toBe(
      'evaluation.veto',
    );
    expect((await people.admin.get(path)).body.steps).toHaveLength(2);
  });

  it('a hundred decisions at once: one is made, ninety-nine are told that it is', async () => {
    const cadreId = await freshCadre();
    const self = await accountOf(cadreId);
    const path = await opened(cadreId);
    await self.post(`${path}/self`, SELF);
    await people.leader.post(`${path}/proposal`, { ...PROPOSAL, results: full(80) });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => people.leader.post(`${path}/decision`, { level: 'good' })),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    const kinds = (await people.admin.get(path)).body.steps.map((step: { kind: string }) => step.kind);
    expect(kinds.filter((kind: string) => kind === 'decision')).toHaveLength(1);
  });

  it('a veto puts the level at the lowest, and the decision cannot lift it', async () => {
    const cadreId = await freshCadre();
    const self = await accountOf(cadreId);
    const path = await opened(cadreId);
    await self.post(`${path}/self`, SELF);
    const vetoes = [{ code: 'discipline', reason: 'QĐ kỷ luật thử số 1' }];
    const proposed = await people.leader.post(`${path}/proposal`, { ...PROPOSAL, results: full(100), vetoes });
    expect(proposed.body.level.proposed).toBe('not-completed');
    expect((await people.leader.post(`${path}/decision`, { level: 'completed' })).body.error.code).toBe(
      'evaluation.level-too-high',
    );
  });

  it('without data the product proposes nothing, and the decision waits for people', async () => {
    const cadreId = await freshCadre();
    const self = await accountOf(cadreId);
    const path = await opened(cadreId);
    await self.post(`${path}/self`, SELF);
    const proposed = await people.leader.post(`${path}/proposal`, PROPOSAL);
    expect(proposed.body.assessment).toMatchObject({ results: null, total: null, level: null });
    expect((await people.leader.post(`${path}/decision`, { level: 'good' })).body.error.code).toBe(
      'evaluation.incomplete',
    );
  });
});

describe('a decided evaluation', () => {
  it('never changes: the database refuses it to everybody', async () => {
    const { path } = await decided();
    expect((await people.leader.post(`${path}/proposal`, { ...PROPOSAL, results: full(99) })).status).toBe(409);
    expect((await people.leader.post(`${path}/comment`, COMMENT)).status).toBe(409);
    const id = path.split('/').at(-1) ?? '';
    await expect(t.ownerDb.deleteFrom('evaluationStep').where('evaluationId', '=', id).execute()).rejects.toThrow(
      /immutable/,
    );
    await expect(
      t.ownerDb.updateTable('evaluation').set({ version: 9 }).where('id', '=', id).execute(),
    ).rejects.toThrow(/immutable/);
  });

  it('keeps its figures when the records change later', async () => {
    const path = `/api/evaluations/2026/${(await list()).find((row: { state: string }) => row.state === 'appealed').id}`;
    const before = (await people.admin.get(path)).body.indicators;
    await t.ownerDb
      .insertInto('sheetEvent')
      .values({ communeId: office.communeId, year: 2026, number: year.sheets[3] ?? '', seq: 2, kind: 'returned' })
      .execute();
    expect((await people.admin.get(path)).body.indicators).toEqual(before);
  });

  it('is corrected by a new version with a reason, which shows what changed', async () => {
    const { path } = await decided();
    expect((await people.leader.post(`${path}/correct`, { reason: ' ' })).status).toBe(422);
    const corrected = await people.leader.post(`${path}/correct`, { reason: 'Cộng nhầm điểm thành phần a' });
    expect(corrected.status).toBe(201);
    expect(corrected.body).toMatchObject({ version: 2, state: 'assessed', draft: true });
    const next = `/api/evaluations/2026/${corrected.body.id}`;
    await people.leader.post(`${next}/proposal`, { ...PROPOSAL, results: full(85) });
    const { body } = await people.leader.post(`${next}/decision`, { level: 'good' });
    expect(body.correction.reason).toBe('Cộng nhầm điểm thành phần a');
    const changes = body.correction.changes.map((one: { label: { vi: string }; before: string; after: string }) => [
      one.label.vi,
      one.before,
      one.after,
    ]);
    expect(changes).toEqual([
      ['Số lượng (a)', '80', '85'],
      ['Chất lượng (b)', '80', '85'],
      ['Tiến độ (c)', '80', '85'],
      ['Tổng điểm', '81', '84,5'],
    ]);
    const old = (await people.leader.get(path)).body;
    expect(old).toMatchObject({ version: 1, state: 'decided', correctedBy: body.id, next: [], mayCorrect: false });
    expect((await people.admin.post(`${path}/notice`, { number: '1', on: '2026-12-10' })).body.error.code).toBe(
      'evaluation.corrected',
    );
    expect((await people.leader.post(`${path}/correct`, { reason: 'x' })).body.error.code).toBe('evaluation.corrected');
  });

  it('prints as PDF, in whole or in parts', async () => {
    const { path, self } = await decided();
    const pdf = await self.get(`${path}/document.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.body).toMatch(/^%PDF-1\.7/);
    expect(pdf.headers.get('content-disposition')).toMatch(/^inline; filename="Danh gia 2026/);
    expect((await people.auditor.get(`${path}/document.pdf?part=02`)).status).toBe(200);
    expect((await people.auditor.get(`${path}/document.pdf?part=03`)).status).toBe(422);
  });

  it('leaves its line in the audit log', async () => {
    const { path } = await decided();
    const rows = await t.ownerDb
      .selectFrom('auditEntry')
      .select('action')
      .where('subject', '=', path.split('/').at(-1) ?? '')
      .orderBy('seq')
      .execute();
    expect(rows.map((row) => row.action)).toEqual([
      'evaluations.open',
      'evaluations.self',
      'evaluations.proposal',
      'evaluations.decision',
    ]);
  });
});
