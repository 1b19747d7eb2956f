import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { seedQuestionnaire } from '../meetings/testing.ts';

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let admin: Person;
let path: string;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  const { questionnaireId } = await seedQuestionnaire(t, office);
  path = `/api/questionnaires/${questionnaireId}/versions`;
  app = await testApp(t, { as: 'commune-admin' });
  admin = app;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

describe('the questionnaire of a new office', () => {
  it('is there as version 1, published, with its layout on paper', async () => {
    const { items } = (await admin.get('/api/questionnaires')).body;
    expect(items).toMatchObject([{ code: 'household', versions: [{ version: 1, state: 'published' }] }]);
    const { body } = await admin.get(`${path}/1`);
    expect(body.layout.questionnaire).toEqual({ code: 'household', version: 1 });
    expect(body.layout.pages).toHaveLength(2);
    expect(body.questions[0]).toMatchObject({ name: 'respondent', number: '1' });
  });

  it.each(['template.pdf', 'sample.pdf'])('shows its %s', async (file) => {
    const { status, headers, body } = await admin.get(`${path}/1/${file}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(body.slice(0, 5)).toBe('%PDF-');
  });

  it('never changes once published, not even behind the application', async () => {
    const refused = await admin.put(`${path}/1`, { model: HOUSEHOLD_QUESTIONNAIRE });
    expect(refused.body.error.code).toBe('questionnaire.published');
    await expect(
      t.ownerDb.updateTable('questionnaireVersion').set({ model: '{}' }).where('version', '=', 1).execute(),
    ).rejects.toThrow(/immutable/);
  });

  it('gets a new version as a draft that is a copy, changed, and published in place of the old one', async () => {
    expect((await admin.post(path)).status).toBe(201);
    expect((await admin.post(path)).body.error.code).toBe('questionnaire.draft-exists');
    expect((await admin.get(`${path}/2/template.pdf`)).status).toBe(409);
    const shorter = { ...HOUSEHOLD_QUESTIONNAIRE, items: HOUSEHOLD_QUESTIONNAIRE.items.slice(0, 4) };
    expect((await admin.put(`${path}/2`, { model: shorter })).status).toBe(200);
    const published = await admin.post(`${path}/2/publish`);
    expect(published.body).toMatchObject({ state: 'published', version: 2 });
    expect((await admin.get(`${path}/1`)).body.state).toBe('retired');
    expect((await admin.post(`${path}/2/publish`)).body.error.code).toBe('questionnaire.published');
  });

  it('says of what paper cannot carry where it is, and publishes nothing', async () => {
    await admin.post(path);
    const [first] = HOUSEHOLD_QUESTIONNAIRE.items;
    const model = { ...HOUSEHOLD_QUESTIONNAIRE, items: [{ ...first, label: { vi: 'Chọn 😀' } }] };
    const saved = await admin.put(`${path}/3`, { model });
    expect(saved.body.lint[0].path).toBe('items.0.label');
    const refused = await admin.post(`${path}/3/publish`);
    expect(refused.status).toBe(422);
    expect(refused.body.error.places[0].path).toBe('items.0.label');
    expect((await admin.get(`${path}/3`)).body.state).toBe('draft');
    expect((await admin.put(`${path}/3`, { model: { ...model, script: 'x' } })).status).toBe(422);
  });

  it('is read by everybody of the commune, and by nobody of another', async () => {
    expect((await (await app.as('cadre')).get(`${path}/1`)).status).toBe(200);
    expect((await (await app.as(office.other.actors.clerk)).get(`${path}/1`)).status).toBe(404);
    expect((await (await app.as('clerk')).post(path)).status).toBe(403);
  });
});
