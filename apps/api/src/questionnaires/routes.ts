import { PAPER_LAYOUTS, QuestionnaireModelSchema, SUBJECTS } from '@gandan/domain/questionnaires';
import { FormPress } from '@gandan/print/forms';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { fileNameOf } from '../frame/file-name.ts';
import { body, Id, ifMatch, params, query } from '../frame/validate.ts';
import { newDraft, removeDraft, saveDraft } from './drafts.ts';
import { readFormFile } from './files/read-form.ts';
import { findingsOf } from './findings.ts';
import { importForm } from './import.ts';
import { makeQuestionnaire } from './make.ts';
import { previewModel } from './preview.ts';
import { publish, retire } from './publish.ts';
import { sampleSheet } from './sample.ts';
import { exportVersion, questionnaire, questionnaires, templatePdf } from './service.ts';

const version = z.coerce.number().int().min(1).max(100_000);
const Version = z.strictObject({ id: z.uuid(), version });
const Draft = z.strictObject({ model: QuestionnaireModelSchema });
const Paper = z.strictObject({ paper: z.enum(PAPER_LAYOUTS).optional() });
const Preview = z.strictObject({
  model: QuestionnaireModelSchema,
  paper: z.enum(PAPER_LAYOUTS).optional(),
  bilingual: z.boolean().optional(),
});
const New = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .transform((text) => text.normalize('NFC')),
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  subject: z.enum(SUBJECTS).optional(),
  from: z
    .union([
      z.strictObject({ template: z.string().max(40) }),
      z.strictObject({ id: z.uuid(), version: z.int().min(1).max(100_000) }),
    ])
    .optional(),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const file = (bytes: Uint8Array, name: string, mediaType: string, show: 'inline' | 'attachment') =>
  new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `${show}; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
const pdf = ({ bytes, name }: { bytes: Uint8Array; name: string }) => file(bytes, name, 'application/pdf', 'inline');

export const questionnaireRoutes = (deps: Deps) => routes(deps, new FormPress());

/** Forms are measured and drawn in the press's thread, so that the server answers others while somebody types. */
const routes = (deps: Deps, press: FormPress) =>
  new Hono<Env>()
    .get('/', allow('questionnaires.read', 'Các mẫu phiếu và phiên bản'), async (c) =>
      c.json({ items: await deps.run(c, questionnaires) }),
    )
    .post('/', allow('questionnaires.write', 'Lập mẫu phiếu mới, trống hoặc từ mẫu có sẵn'), body(New), async (c) =>
      c.json(await deps.run(c, (work) => makeQuestionnaire(work, c.req.valid('json'))), 201),
    )
    .post('/read', allow('questionnaires.write', 'Đọc thử một XLSForm (.xlsx, .csv), không lưu gì'), async (c) => {
      const { model, report } = await readFormFile(...(await upload(c)));
      return c.json({ model, report });
    })
    .post('/import', allow('questionnaires.write', 'Nhập một XLSForm thành mẫu phiếu mới'), async (c) => {
      const read = await readFormFile(...(await upload(c)));
      return c.json(await deps.run(c, (work) => importForm(work, read)), 201);
    })
    .post('/preview', allow('questionnaires.write', 'Xem trước một mẫu phiếu trên giấy'), body(Preview), async (c) => {
      const { model, ...wanted } = c.req.valid('json');
      return c.json(await previewModel(press, model, wanted));
    })
    .post('/:id/versions', allow('questionnaires.write', 'Tạo bản nháp từ phiên bản mới nhất'), params(Id), async (c) =>
      c.json(await deps.run(c, (work) => newDraft(work, c.req.valid('param').id)), 201),
    )
    .get(
      '/:id/versions/:version',
      allow('questionnaires.read', 'Một phiên bản: nội dung, câu hỏi, bố cục trên giấy'),
      params(Version),
      async (c) => {
        const at = c.req.valid('param');
        const row = await deps.run(c, (work) => questionnaire(work, at.id, at.version));
        return c.json({ ...row, findings: row.state === 'draft' ? await findingsOf(press, row.model) : [] });
      },
    )
    .put(
      '/:id/versions/:version',
      allow('questionnaires.write', 'Lưu bản nháp'),
      params(Version),
      ifMatch(),
      body(Draft),
      async (c) => {
        const at = { ...c.req.valid('param'), revision: c.req.valid('header').version };
        const { model } = c.req.valid('json');
        const saved = await deps.run(c, (work) => saveDraft(work, at, model));
        return c.json({ ...saved, findings: await findingsOf(press, model) });
      },
    )
    .delete('/:id/versions/:version', allow('questionnaires.write', 'Xóa bản nháp'), params(Version), async (c) => {
      const at = c.req.valid('param');
      await deps.run(c, (work) => removeDraft(work, at.id, at.version));
      return c.body(null, 204);
    })
    .post(
      '/:id/versions/:version/publish',
      allow('questionnaires.publish', 'Phát hành: từ đây không sửa được nữa'),
      params(Version),
      async (c) => {
        const at = c.req.valid('param');
        return c.json(await deps.run(c, (work) => publish(work, press, at.id, at.version)));
      },
    )
    .post(
      '/:id/versions/:version/retire',
      allow('questionnaires.publish', 'Ngừng dùng phiên bản đang dùng'),
      params(Version),
      async (c) => {
        const at = c.req.valid('param');
        return c.json(await deps.run(c, (work) => retire(work, at.id, at.version)));
      },
    )
    .get(
      '/:id/versions/:version/template.pdf',
      allow('questionnaires.read', 'Mẫu phiếu trống'),
      params(Version),
      query(Paper),
      async (c) => {
        const at = c.req.valid('param');
        return pdf(await deps.run(c, (work) => templatePdf(work, at.id, at.version, c.req.valid('query').paper)));
      },
    )
    .get(
      '/:id/versions/:version/sample.pdf',
      allow('questionnaires.read', 'Một phiếu mẫu điền tên hộ hư cấu'),
      params(Version),
      query(Paper),
      async (c) => {
        const at = c.req.valid('param');
        return pdf(await deps.run(c, (work) => sampleSheet(work, at.id, at.version, c.req.valid('query').paper)));
      },
    )
    .get(
      '/:id/versions/:version/export.xlsx',
      allow('questionnaires.read', 'Mẫu phiếu dạng XLSForm'),
      params(Version),
      async (c) => {
        const at = c.req.valid('param');
        const { bytes, name } = await deps.run(c, (work) => exportVersion(work, at.id, at.version, 'xlsx'));
        return file(bytes, name, XLSX, 'attachment');
      },
    )
    .get(
      '/:id/versions/:version/export.json',
      allow('questionnaires.read', 'Mẫu phiếu dạng JSON'),
      params(Version),
      async (c) => {
        const at = c.req.valid('param');
        const { bytes, name } = await deps.run(c, (work) => exportVersion(work, at.id, at.version, 'json'));
        return file(bytes, name, 'application/json', 'attachment');
      },
    );

interface Upload {
  readonly req: { arrayBuffer(): Promise<ArrayBuffer>; header(name: string): string | undefined };
}

async function upload({ req }: Upload): Promise<[bytes: Uint8Array, name: string]> {
  return [new Uint8Array(await req.arrayBuffer()), fileNameOf(req.header('X-File-Name'), 'bieu-mau.xlsx')];
}
