import { findPublished, insertQuestionnaire, insertVersion } from '@gandan/db/questionnaires';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type TestApp, testApp } from '../frame/testing.ts';
import { layOutAndPublish } from '../questionnaires/install.ts';
import { seedYear } from './testing.ts';

/** A short form of a cadre: what stands on it is the compiler's affair, who may print it and what fills it is ours. */
const SHORT_FORM: QuestionnaireModel = {
  code: 'self-assessment',
  subject: 'cadre',
  title: { vi: 'PHIẾU TỰ ĐÁNH GIÁ', en: 'Self-assessment' },
  items: [{ type: 'text', name: 'highlights', label: { vi: 'Kết quả nổi bật' }, lines: 3 }],
};

let t: TestDatabase;
let office: SeededOffice;
let app: TestApp;
let leader: Person;
let path: string;

beforeAll(async () => {
  t = await testDatabase();
  office = await seedOffice(t);
  await seedYear(t, office);
  app = await testApp(t, { as: 'commune-admin' });
  leader = await app.as('leader');
  const { body } = await app.post('/api/evaluations', { cadreId: office.cadres[0].id, year: 2026 });
  path = `/api/evaluations/2026/${body.id}/self-form.pdf`;
});
afterAll(async () => {
  await app.close();
  await t.drop();
});

/** The form of every office that has none yet. */
async function publishForm(): Promise<void> {
  const { communeId } = office;
  await app.deps.as(office.actors['commune-admin'], async (work) => {
    if ((await findPublished(work.trx, communeId, SHORT_FORM.code)) !== undefined) return;
    const id = work.newId();
    await insertQuestionnaire(work.trx, { communeId, id, code: SHORT_FORM.code, title: SHORT_FORM.title.vi });
    const row = { communeId, questionnaireId: id, version: 1, state: 'draft', model: SHORT_FORM };
    await insertVersion(work.trx, row);
    await layOutAndPublish(work, communeId, id, 1, SHORT_FORM);
  });
}

describe('the printed self-assessment form', () => {
  it('is a PDF with the cadre’s name on it, for whoever may print his evaluation', async () => {
    await publishForm();
    const own = await app.as({ userId: office.actors.cadre.userId });
    for (const person of [app, leader, own, await app.as('auditor')]) {
      const pdf = await person.get(path);
      expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(pdf.body).toMatch(/^%PDF-1\.7/);
      expect(pdf.headers.get('content-disposition')).toMatch(/^inline; filename="Phieu tu danh gia 2026/);
    }
  });

  it('is not for a clerk, nor for another cadre, nor for another commune', async () => {
    expect((await (await app.as('clerk')).get(path)).status).toBe(403);
    const { body } = await app.post('/api/evaluations', { cadreId: office.cadres[1].id, year: 2026 });
    const cadre = await app.as('cadre');
    expect((await cadre.get(`/api/evaluations/2026/${body.id}/self-form.pdf`)).status).toBe(404);
    const stranger = await app.as(office.other.actors.leader);
    expect((await stranger.get(path)).status).toBe(404);
  });

  it('of all cadres is one job and one file, with a form for each', async () => {
    const { status, body } = await app.post('/api/evaluations/self-forms', { year: 2026 });
    expect(status).toBe(202);
    await app.drain();
    const job = (await app.get(`/api/jobs/${body.jobId}`)).body;
    expect(job).toMatchObject({ kind: 'print-self-forms', state: 'done', done: 2, total: 2 });
    expect(job.files).toMatchObject([{ name: 'Phiếu tự đánh giá 2026.pdf', sheets: 2 }]);
    expect(job.files[0].pages % 4).toBe(0);
    expect((await app.get(`/api/files/${job.fileId}`)).status).toBe(200);
  });

  it('of all cadres is refused to a cadre and to a clerk, and before the year has begun', async () => {
    // A clerk's role prints none; other cadres are not there for a cadre.
    for (const [role, status] of [
      ['clerk', 403],
      ['cadre', 404],
    ] as const) {
      const person = await app.as(role);
      expect((await person.post('/api/evaluations/self-forms', { year: 2026 })).status).toBe(status);
    }
    expect((await app.post('/api/evaluations/self-forms', { year: 2099 })).status).toBeGreaterThanOrEqual(400);
  });

  it('leaves nothing when the job is stopped', async () => {
    const { jobId } = (await app.post('/api/evaluations/self-forms', { year: 2026 })).body;
    await app.post(`/api/jobs/${jobId}/cancel`);
    await app.drain();
    expect((await app.get(`/api/jobs/${jobId}`)).body).toMatchObject({ state: 'cancelled', files: [] });
  });
});
