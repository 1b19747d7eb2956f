import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import { HOUSEHOLD_QUESTIONNAIRE, type QuestionnaireModel } from '@gandan/domain/questionnaires';
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

const draft = (model: QuestionnaireModel, revision: number) =>
  [{ model }, { headers: { 'If-Match': `"${revision}"` } }] as const;

describe('the questionnaires of a new office', () => {
  it('are there as version 1, published, with their layouts on paper', async () => {
    const { items } = (await admin.get('/api/questionnaires')).body;
    expect(items.map((row: { code: string }) => row.code)).toEqual([
      'feedback',
      'household',
      'minutes',
      'self-assessment',
    ]);
    expect(items.find((row: { code: string }) => row.code === 'feedback')).toMatchObject({
      subject: 'anonymous',
      paper: 'a5x2',
      versions: [{ version: 1, state: 'published', revision: 1 }],
    });
    const { body } = await admin.get(`${path}/1`);
    expect(body.layout.questionnaire).toEqual({ code: 'household', version: 1 });
    expect(body.layout.pages).toHaveLength(2);
    expect(body.questions[0]).toMatchObject({ name: 'respondent', number: '1' });
  });

  it.each(['template.pdf', 'sample.pdf'])('show their %s', async (file) => {
    const { status, headers, body } = await admin.get(`${path}/1/${file}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(body.slice(0, 5)).toBe('%PDF-');
    expect((await admin.get(`${path}/1/${file}?paper=a5x2`)).body.error.code).toBe('questionnaire.no-paper');
  });

  it('never change once published, not even behind the application', async () => {
    const refused = await admin.put(`${path}/1`, ...draft(HOUSEHOLD_QUESTIONNAIRE, 1));
    expect(refused.body.error.code).toBe('questionnaire.published');
    expect((await admin.delete(`${path}/1`)).body.error.code).toBe('questionnaire.published');
    await expect(
      t.ownerDb.updateTable('questionnaireVersion').set({ model: '{}' }).where('version', '=', 1).execute(),
    ).rejects.toThrow(/immutable/);
  });

  it('are in force in one version only, which the database itself sees to', async () => {
    const questionnaireId = path.split('/')[3] ?? '';
    const second = { communeId: office.communeId, questionnaireId, version: 9, state: 'published', model: '{}' };
    await expect(t.ownerDb.insertInto('questionnaireVersion').values(second).execute()).rejects.toThrow(
      /questionnaire_in_force/,
    );
  });

  it('get a new version as a draft that is a copy, changed, and published in place of the old one', async () => {
    expect((await admin.post(path)).body).toMatchObject({ version: 2 });
    expect((await admin.post(path)).body.error.code).toBe('questionnaire.draft-exists');
    expect((await admin.get(`${path}/2/template.pdf`)).status).toBe(409);
    const shorter = { ...HOUSEHOLD_QUESTIONNAIRE, items: HOUSEHOLD_QUESTIONNAIRE.items.slice(0, 4) };
    expect((await admin.put(`${path}/2`, ...draft(shorter, 1))).body).toEqual({ revision: 2, findings: [] });
    const published = await admin.post(`${path}/2/publish`);
    expect(published.body).toMatchObject({ state: 'published', version: 2, revision: 2 });
    expect((await admin.get(`${path}/1`)).body.state).toBe('retired');
    expect((await admin.post(`${path}/2/publish`)).body.error.code).toBe('questionnaire.published');
  });

  it('say of what paper cannot carry where it is, and publish nothing', async () => {
    await admin.post(path);
    const [first] = HOUSEHOLD_QUESTIONNAIRE.items;
    const model = { ...HOUSEHOLD_QUESTIONNAIRE, items: [{ ...first, label: { vi: 'Chọn 😀' } }] } as QuestionnaireModel;
    const saved = await admin.put(`${path}/3`, ...draft(model, 1));
    expect(saved.body.findings).toMatchObject([{ path: 'items.0.label', level: 'error' }]);
    const refused = await admin.post(`${path}/3/publish`);
    expect(refused.status).toBe(422);
    expect(refused.body.error.places[0].path).toBe('items.0.label');
    const unchanged = (await admin.get(`${path}/3`)).body;
    expect(unchanged).toMatchObject({ state: 'draft', revision: 2, findings: [{ path: 'items.0.label' }] });
    expect((await admin.put(`${path}/3`, { model: { ...model, script: 'x' } })).status).toBe(422);
  });

  it('are read by everybody of the commune, and by nobody of another', async () => {
    expect((await (await app.as('cadre')).get(`${path}/1`)).status).toBe(200);
    expect((await (await app.as(office.other.actors.clerk)).get(`${path}/1`)).status).toBe(404);
    expect((await (await app.as('clerk')).post(path)).status).toBe(403);
  });
});

describe('a draft that two people have open', () => {
  it('is saved over nobody: who saves upon an older revision is told so', async () => {
    const model = { ...HOUSEHOLD_QUESTIONNAIRE, subtitle: { vi: 'Kỳ họp tháng mười một' } };
    const { revision } = (await admin.get(`${path}/3`)).body;
    expect((await admin.put(`${path}/3`, { model })).body.error.code).toBe('if-match');
    expect((await admin.put(`${path}/3`, ...draft(model, revision))).body.revision).toBe(revision + 1);
    const late = await admin.put(`${path}/3`, ...draft(HOUSEHOLD_QUESTIONNAIRE, revision));
    expect(late.status).toBe(409);
    expect(late.body.error.code).toBe('stale');
    expect((await admin.get(`${path}/3`)).body.model).toEqual(model);
  });

  it('is saved once when both save at the same moment', async () => {
    const { model, revision } = (await admin.get(`${path}/3`)).body;
    const answers = await Promise.all([1, 2, 3].map(() => admin.put(`${path}/3`, ...draft(model, revision))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('leaves one line an hour in the log however often it is saved', async () => {
    const changes = async () => {
      const { items } = (await admin.get('/api/audit')).body;
      return items.filter((line: { action: string }) => line.action === 'questionnaires.change').length;
    };
    const save = async () => {
      const { model, revision } = (await admin.get(`${path}/3`)).body;
      await admin.put(`${path}/3`, ...draft(model, revision));
    };
    const before = await changes();
    for (let count = 0; count < 5; count += 1) await save();
    expect(await changes()).toBe(before);
    app.clock.set('2026-11-12T09:30:00+07:00');
    admin = await app.as('commune-admin');
    for (let count = 0; count < 5; count += 1) await save();
    expect(await changes()).toBe(before + 1);
  });

  it('can be thrown away, and begun anew', async () => {
    expect((await admin.delete(`${path}/3`)).status).toBe(204);
    expect((await admin.get(`${path}/3`)).status).toBe(404);
    expect((await admin.post(path)).body.version).toBe(3);
    await admin.delete(`${path}/3`);
  });
});

describe('a questionnaire of the office’s own', () => {
  it('begins empty under a code made of its title, and is gone with its only draft', async () => {
    const made = await admin.post('/api/questionnaires', { title: 'Phiếu khảo sát nước sạch', subject: 'household' });
    expect(made.status).toBe(201);
    const at = `/api/questionnaires/${made.body.id}/versions/1`;
    expect((await admin.get(at)).body).toMatchObject({ code: 'phieu-khao-sat-nuoc-sach', state: 'draft', revision: 1 });
    await admin.delete(at);
    const { items } = (await admin.get('/api/questionnaires')).body;
    expect(items.some((row: { id: string }) => row.id === made.body.id)).toBe(false);
  });

  it('begins from a template of the list, or from a version that is there', async () => {
    const slip = await admin.post('/api/questionnaires', { title: 'Góp ý thử', from: { template: 'self-assessment' } });
    const { body } = await admin.get(`/api/questionnaires/${slip.body.id}/versions/1`);
    expect(body).toMatchObject({ code: 'self-assessment-2', model: { subject: 'cadre', title: { vi: 'Góp ý thử' } } });
    const from = { id: slip.body.id, version: 1 };
    const copy = await admin.post('/api/questionnaires', { title: 'Bản chép', from });
    expect((await admin.get(`/api/questionnaires/${copy.body.id}/versions/1`)).body.code).toBe('self-assessment-3');
    const unknown = await admin.post('/api/questionnaires', { title: 'x', from: { template: 'nothing' } });
    expect(unknown.status).toBe(404);
    const taken = await admin.post('/api/questionnaires', { title: 'x', code: 'household', subject: 'household' });
    expect(taken.body.error.code).toBe('questionnaire.code-taken');
  });

  it('is taken out of use', async () => {
    const { items } = (await admin.get('/api/questionnaires')).body;
    const { id } = items.find((row: { code: string }) => row.code === 'feedback');
    const at = `/api/questionnaires/${id}/versions/1`;
    expect((await admin.post(`${at}/retire`)).body.state).toBe('retired');
    expect((await admin.post(`${at}/retire`)).body.error.code).toBe('questionnaire.not-in-force');
  });
});

describe('an XLSForm', () => {
  const form = `"survey",,,
,"type","name","label"
,"select_one nuoc","nuoc","Nước sinh hoạt"
,"geopoint","vi_tri","Vị trí nhà"
"choices",,,
,"list_name","name","label"
,"nuoc","may","Nước máy"
,"nuoc","gieng","Nước giếng"
`;
  const send = (route: string, raw: string | Uint8Array<ArrayBuffer>, name = 'Khảo sát.csv') =>
    admin.post(`/api/questionnaires/${route}`, undefined, {
      raw,
      headers: { 'X-File-Name': encodeURIComponent(name) },
    });

  it('is read on trial with a report, and stored when it is imported', async () => {
    const trial = await send('read', form);
    expect(trial.body.model.items).toMatchObject([{ type: 'select_one', choices: [{ name: '1' }, { name: '2' }] }]);
    expect(trial.body.report).toContainEqual(
      expect.objectContaining({ sheet: 'survey', row: 4, construct: 'geopoint' }),
    );
    const { status, body } = await send('import', form);
    expect(status).toBe(201);
    expect((await admin.get(`/api/questionnaires/${body.id}/versions/1`)).body).toMatchObject({
      title: 'Khảo sát',
      code: 'khao-sat',
      state: 'draft',
    });
  });

  it('is refused with a sentence when nothing in it is a question', async () => {
    const { status, body } = await send('import', 'type,name,label\ngeopoint,a,A\n');
    expect(status).toBe(422);
    expect(body.error.code).toBe('questionnaire.nothing-read');
    expect((await send('read', 'Mã hộ,Chủ hộ\nA,B\n')).body).toMatchObject({
      model: null,
      report: [{ level: 'error', construct: 'survey' }],
    });
  });

  it('in JSON that nests deep or is huge is refused before it is parsed', async () => {
    expect((await send('read', `{"a":${'['.repeat(100_000)}`)).body.error.code).toBe('json.depth');
    expect((await send('read', `{"a":[${'1,'.repeat(600_000)}1]}`)).body.error.code).toBe(
      'questionnaire.json-too-large',
    );
  });

  it('goes out of an office and comes back the same', async () => {
    const workbook = (await admin.get(`${path}/1/export.xlsx`)).body;
    const json = JSON.stringify((await admin.get(`${path}/1/export.json`)).body);
    for (const file of [workbook, json]) {
      expect((await send('read', file)).body).toEqual({ model: HOUSEHOLD_QUESTIONNAIRE, report: [] });
    }
  });
});

describe('a questionnaire that takes long to measure', () => {
  it('is saved, read and published while the server answers others', async () => {
    const { id } = (await admin.post('/api/questionnaires', { title: 'Phiếu dài' })).body;
    const at = `/api/questionnaires/${id}/versions/1`;
    const { model } = (await admin.get(at)).body;
    const words = 'Ớ ộ ế '.repeat(160);
    const items = Array.from({ length: 1 }, (_, index) => {
      return { type: 'text' as const, name: `q${index}`, label: { vi: words }, lines: 12 };
    });
    const [waited, taken] = await longestPause(async () => {
      expect((await admin.put(at, ...draft({ ...model, items }, 1))).body).toMatchObject({ revision: 2 });
      expect((await admin.get(at)).body.model.items).toHaveLength(1);
      await admin.post(`${at}/publish`);
    });
    expect(waited).toBeLessThan(taken / 3);
  }, 120_000);
});

/** The longest time in which this thread did nothing else, and how long the task took, in milliseconds. */
async function longestPause(task: () => Promise<void>): Promise<[longest: number, taken: number]> {
  const began = performance.now();
  let [last, longest] = [began, 0];
  const tick = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(tick, 20);
  await task();
  clearInterval(timer);
  tick();
  return [longest, performance.now() - began];
}

describe('the page beside the editor', () => {
  it('is drawn all the same when something cannot be, which is named', async () => {
    const [first, second] = HOUSEHOLD_QUESTIONNAIRE.items;
    const model = { ...HOUSEHOLD_QUESTIONNAIRE, items: [{ ...first, label: { vi: 'Chọn 😀' } }, second] };
    const { body } = await admin.post('/api/questionnaires/preview', { model });
    expect(Buffer.from(body.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(body).toMatchObject({ sides: 1, findings: [{ path: 'items.0.label', level: 'error' }] });
    expect(body.layout.pages[0].fields.map((field: { question: string }) => field.question)).toContain('people_all');
  });

  it('is drawn on the paper that is asked for', async () => {
    const model = { ...HOUSEHOLD_QUESTIONNAIRE, items: HOUSEHOLD_QUESTIONNAIRE.items.slice(0, 1) };
    const { body } = await admin.post('/api/questionnaires/preview', { model, paper: 'a5x2', bilingual: true });
    expect(body.layout.pageSize).toEqual({ w: 148, h: 210 });
  });
});
