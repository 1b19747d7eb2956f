import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { type CommuneRecords, seedRecords } from './records.ts';
import { ROWS } from './rows.ts';

// SQL, paths, prototypes, NUL, scripts, bidi overrides, lone surrogates, formulas, numbers that are none, very long.
const PAYLOADS = [
  `' or '1'='1`,
  `'; drop table household; --`,
  `1) union select password_hash from account --`,
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '__proto__',
  'constructor',
  'a\u0000b',
  '<img src=x onerror=alert(1)>',
  '\u202egnp.exe',
  '\ud800',
  '=HYPERLINK("http://evil.example")',
  '\r\nSet-Cookie: x=1',
  'NaN',
  '-1',
  '9007199254740993',
  'ế'.normalize('NFD').repeat(3000),
];

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let own: CommuneRecords;
let people: Person[];

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  app = await testApp(t, { as: 'commune-admin' });
  own = await seedRecords(t, app, office);
  people = [app, await app.as('leader')];
}, 180_000);
afterAll(async () => {
  await app.close();
  await t.drop();
});

const counts = async () => {
  const tables = ['household', 'account', 'meeting', 'petition'] as const;
  const rows = tables.map((table) =>
    t.ownerDb.selectFrom(table).select((count) => count.fn.countAll<number>().as('n')),
  );
  return Promise.all(rows.map(async (query) => (await query.executeTakeFirstOrThrow()).n));
};

describe('whatever is put in', () => {
  it('the place of a part of an address is a refusal in words, never an error', async () => {
    const before = await counts();
    for (const name of Object.keys(ROWS).filter((row) => row.includes('/:'))) {
      const [method = '', pattern = ''] = name.split(' ');
      for (const payload of PAYLOADS.map((text) => text.toWellFormed())) {
        const url = pattern.replace(/:\w+/g, () => encodeURIComponent(payload));
        for (const person of people) {
          const answer = method === 'GET' ? await person.get(url) : await person.post(url, {});
          expect(answer.status, `${name} ${payload}`).toBeGreaterThanOrEqual(400);
          expect(answer.status, `${name} ${payload}`).toBeLessThan(500);
        }
      }
    }
    expect(await counts()).toEqual(before);
  });

  it('a query is never an error', async () => {
    for (const path of [
      '/api/search?q=',
      '/api/units/communes?q=',
      '/api/units/communes?province=',
      '/api/meetings?year=',
      '/api/meetings?state=',
      '/api/petitions?state=',
      '/api/petitions?overdue=',
      '/api/evaluations?year=',
      '/api/audit?before=',
      '/api/assignments?on=',
      '/api/hamlets?sort=',
      '/api/households?order=',
    ]) {
      for (const payload of PAYLOADS) {
        const answer = await app.get(path + encodeURIComponent(payload.toWellFormed()));
        expect(answer.status, `${path}${payload}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
      }
    }
  });

  it('a field is stored as text or refused, never an error', async () => {
    for (const [name, row] of Object.entries(ROWS)) {
      const { path = [], json } = row.sample(own, own.groups[0]);
      if (typeof json !== 'object' || json === null) continue;
      const [method = '', pattern = ''] = name.split(' ');
      const parts = [...path];
      const url = pattern.replace(/:\w+/g, () => encodeURIComponent(String(parts.shift())));
      for (const key of Object.keys(json)) {
        for (const payload of PAYLOADS) {
          const sent = { ...json, [key]: payload };
          const answer =
            method === 'PATCH'
              ? await app.patch(url, sent, 1)
              : method === 'PUT'
                ? await app.put(url, sent)
                : await app.post(url, sent);
          expect(answer.status, `${name} ${key}=${payload}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
        }
      }
    }
  }, 180_000);
});
