import { seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allow } from './allow.ts';
import type { Env } from './deps.ts';
import { type TestApp, testApp } from './testing.ts';
import { body, Id, ifMatch, params, query } from './validate.ts';

describe('the frame of a route', () => {
  let t: TestDatabase;
  let clerk: TestApp;

  beforeAll(async () => {
    t = await testDatabase();
    await seedOffice(t);
    clerk = await testApp(t, { as: 'clerk' });
    const { deps } = clerk;
    const Planted = z.strictObject({ name: z.string().min(2), on: z.string() });
    const planted = new Hono<Env>()
      .get('/', allow('units.read', 'Thử'), query(z.strictObject({ q: z.string().optional() })), (c) =>
        deps
          .run(c, async (work) => work.actor.communeId)
          .then((commune) => c.json({ commune, ...c.req.valid('query') })),
      )
      .post('/', allow('meetings.write', 'Thử'), body(Planted), (c) => c.json(c.req.valid('json'), 201))
      .get('/users', allow('users.write', 'Thử'), (c) => c.json({}))
      .get('/broken', allow('units.read', 'Thử'), () => {
        throw new Error('select secret from table');
      })
      .patch('/:id', allow('meetings.write', 'Thử'), params(Id), ifMatch(), (c) => c.json(c.req.valid('header')));
    clerk.app.route('/api/planted', planted);
  });
  afterAll(async () => {
    await clerk.close();
    await t.drop();
  });

  it('works as the person of the session', async () => {
    expect(await clerk.get('/api/planted?q=a')).toMatchObject({ status: 200, body: { commune: '99901', q: 'a' } });
  });

  it('refuses who is not signed in, and a role that never does it', async () => {
    const nobody = await clerk.as('nobody');
    expect(await nobody.get('/api/planted')).toMatchObject({ status: 401, body: { error: { code: 'session.none' } } });
    expect(await clerk.get('/api/planted/users')).toMatchObject({
      status: 403,
      body: { error: { code: 'policy.role' } },
    });
  });

  it('refuses an unknown field by name, in both languages', async () => {
    const answer = await clerk.post('/api/planted', { name: 'a', on: 'x', communeId: '99902' });
    expect(answer.status).toBe(422);
    const places = answer.body.error.places;
    expect(places.map((place: { path: string }) => place.path)).toEqual(['name', '']);
    expect(places[1].sentence.vi).toContain('communeId');
    expect(places[0].sentence.vi).not.toBe(places[0].sentence.en);
  });

  it('names few of many unknown fields: the answer is not as long as what was sent', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`unknown${index}`, index]));
    const answer = await clerk.post('/api/planted', { name: 'a', on: '2026-11-24', ...many });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body).length).toBeLessThan(3000);
  });

  it('refuses JSON that is deep, broken or of another media type', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const deep = '['.repeat(40) + ']'.repeat(40);
    expect((await clerk.post('/api/planted', undefined, { raw: deep, headers })).body.error.code).toBe('json.depth');
    expect((await clerk.post('/api/planted', undefined, { raw: '{', headers })).body.error.code).toBe('json.syntax');
    expect((await clerk.post('/api/planted', undefined, { raw: '{}' })).body.error.code).toBe('json.media-type');
  });

  it('takes the version from If-Match, and a wrong id for a record that is not there', async () => {
    const id = '01985f2e-0000-7000-8000-000000000000';
    expect((await clerk.patch(`/api/planted/${id}`, {}, 3)).body).toEqual({ version: 3 });
    expect((await clerk.patch("/api/planted/1' or 1=1", {}, 3)).status).toBe(404);
  });

  it('tells a defect without its details', async () => {
    const answer = await clerk.get('/api/planted/broken');
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/select|secret|\.ts/);
  });
});
