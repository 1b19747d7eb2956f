import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyLineOf } from '../frame/allow.ts';
import { type Answer, type Person, type TestApp, testApp } from '../frame/testing.ts';
import { type CommuneRecords, seedRecords } from './records.ts';
import { LETTERS, ROWS, type Sample } from './rows.ts';

/** What comes before one is signed in; nothing else may be open. */
const OPEN = [
  'DELETE /api/session',
  'GET /api/health',
  'GET /api/openapi.json',
  'GET /api/session',
  'GET /api/setup',
  'GET /api/setup/communes',
  'POST /api/session',
  'POST /api/session/confirm-totp',
  'POST /api/session/enrol-totp',
  'POST /api/session/password',
  'POST /api/session/totp',
  'POST /api/setup',
];

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let own: CommuneRecords;
let foreign: CommuneRecords;
const people = new Map<string, Person>();

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  app = await testApp(t, { as: 'nobody' });
  foreign = await seedRecords(t, app, office.other);
  own = await seedRecords(t, app, office);
  for (const [letter, role] of Object.entries(LETTERS)) people.set(letter, await app.as(office.actors[role]));
}, 180_000);
afterAll(async () => {
  await app.close();
  await t.drop();
});

const routes = () =>
  app.app.routes.flatMap(({ method, path, handler }) => {
    const policy = policyLineOf(handler);
    return policy === undefined ? [] : [{ name: `${method} ${path}`, policy }];
  });

describe('every route', () => {
  it('has a policy line', () => {
    const withLine = new Set(routes().map((route) => route.name));
    const all = app.app.routes
      .filter((route) => !route.path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((name) => !withLine.has(name))).toEqual([]);
  });

  it('is open only if it comes before signing in', () => {
    const open = routes().filter((route) => route.policy.action === 'open');
    expect([...new Set(open.map((route) => route.name))].sort()).toEqual(OPEN);
  });

  it('is a row of the matrix', () => {
    const closed = routes().filter((route) => route.policy.action !== 'open');
    expect([...new Set(closed.map((route) => route.name))].sort()).toEqual(Object.keys(ROWS).sort());
  });
});

async function ask(letter: string, name: string, { path = [], query = '', json, raw }: Sample): Promise<Answer> {
  const [method = '', pattern = ''] = name.split(' ');
  const parts = [...path];
  const url = pattern.replace(/:\w+/g, () => encodeURIComponent(String(parts.shift()))) + query;
  const person = people.get(letter) ?? (await app.as('nobody'));
  if (method === 'GET') return person.get(url);
  if (method === 'PATCH') return person.patch(url, json, 1);
  if (method === 'PUT') return person.put(url, json, { headers: { 'If-Match': '"1"' } });
  if (method === 'DELETE') return person.delete(url);
  return person.post(url, json, raw === undefined ? {} : { raw, headers: { 'X-File-Name': 'ho.csv' } });
}

const REFUSED = [401, 403, 404];
/** Past permission and past the shape of the request: done, or refused by a rule about the records' state. */
function expectAllowed(answer: Answer): void {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
  expect(REFUSED, JSON.stringify(answer.body)).not.toContain(answer.status);
  expect(answer.body?.error?.code ?? '').not.toMatch(/^(input|json|if-match)/);
}

describe.each(Object.entries(ROWS))('%s', (name, row) => {
  const everybody = Object.keys(LETTERS);
  // Units are public reference data, the same for everybody.
  const namesRecord = row.other !== undefined || (name.includes('/:') && name !== 'GET /api/units/:code');

  it(`refuses who is not signed in`, async () => {
    expect((await ask('nobody', name, row.sample(own, own.groups[0]))).status).toBe(401);
  });

  it('refuses whoever may not, about own records', async () => {
    for (const letter of everybody.filter((one) => !row.own.includes(one))) {
      const answer = await ask(letter, name, row.sample(own, own.groups[0]));
      expect([403, 404], `${letter}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
    }
  });

  if (row.other !== undefined)
    it('refuses whoever may not, about another group', async () => {
      for (const letter of everybody.filter((one) => !row.other?.includes(one))) {
        const answer = await ask(letter, name, row.sample(own, own.groups[1]));
        expect([403, 404], `${letter}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
      }
    });

  if (namesRecord)
    it('finds nothing of another commune', async () => {
      for (const letter of everybody) {
        for (const group of foreign.groups) {
          const answer = await ask(letter, name, row.sample(foreign, group));
          const mayAtAll = row.own.includes(letter);
          expect(mayAtAll ? [404] : [403, 404], `${letter}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
        }
      }
    });

  it('lets through whoever may, and shows nothing of another commune', async () => {
    for (const letter of row.own) {
      const answer = await ask(letter, name, row.sample(own, own.groups[0]));
      expectAllowed(answer);
      if (letter !== 'P') expectNothingForeign(answer);
    }
    for (const letter of row.other ?? '') {
      const answer = await ask(letter, name, row.sample(own, own.groups[1]));
      expectAllowed(answer);
      expectNothingForeign(answer);
    }
  });
});

/** Ids of the other commune, looked for in whatever was answered. */
function expectNothingForeign(answer: Answer): void {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const { groups, communeId: _, ...commune } = foreign;
  for (const id of [...Object.values(commune), ...groups.flatMap((group) => Object.values(group))]) {
    expect(text.includes(id), `${id} leaked`).toBe(false);
  }
}

describe('separation of duties', () => {
  it('keeps whoever follows a group away from its paper, and from his own evaluation', async () => {
    const [mine, others] = own.groups;
    // Asked again, a running print job answers with itself; here each asks anew.
    await t.ownerDb.updateTable('job').set({ state: 'cancelled' }).execute();
    const both = async (role: string, name: string) => {
      const id = (
        await t.ownerDb
          .selectFrom('account')
          .select('id')
          .where('username', '=', `pl.${role}`)
          .executeTakeFirstOrThrow()
      ).id;
      await t.ownerDb.updateTable('account').set({ cadreId: mine.cadre }).where('id', '=', id).execute();
      people.set('X', await app.as({ userId: id }));
      const row = ROWS[name];
      const answers = [
        await ask('X', name, row?.sample(own, mine) ?? {}),
        await ask('X', name, row?.sample(own, others) ?? {}),
      ];
      await t.ownerDb.updateTable('account').set({ cadreId: null }).where('id', '=', id).execute();
      return answers;
    };
    for (const name of [
      'POST /api/meetings/print',
      'POST /api/meetings/:year/:id/returned',
      'POST /api/meetings/:year/:id/record',
      'POST /api/meetings/:year/:id/close',
      'POST /api/meetings/:year/:id/cancel',
      'POST /api/sheets/:number/events',
      'PUT /api/entry/sheets/:number/draft',
      'POST /api/entry/sheets/:number/response',
      'POST /api/entry/responses/:id/correct',
      'PUT /api/entry/second/:number/draft',
      'POST /api/entry/second/:number/response',
      'POST /api/entry/second/:number/decision',
    ]) {
      for (const role of ['clerk', 'commune-admin']) {
        const [refused, allowed] = await both(role, name);
        expect(refused, name).toMatchObject({ status: 403, body: { error: { code: 'policy.separation' } } });
        expect(allowed?.status, name).not.toBe(403);
      }
    }
    for (const step of ['comment', 'proposal', 'decision']) {
      const [refused, allowed] = await both('leader', `POST /api/evaluations/:year/:id/${step}`);
      expect(refused, step).toMatchObject({ status: 403, body: { error: { code: 'policy.separation' } } });
      expect(allowed?.status, step).not.toBe(403);
    }
  });
});
