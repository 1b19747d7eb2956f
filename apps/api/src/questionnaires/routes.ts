import { QuestionnaireModelSchema } from '@gandan/domain/questionnaires';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, params } from '../frame/validate.ts';
import { sampleSheet } from './sample.ts';
import { newDraft, publish, questionnaire, questionnaires, saveDraftModel, templatePdf } from './service.ts';

const Version = z.strictObject({ id: z.uuid(), version: z.coerce.number().int().min(1).max(100_000) });
const Draft = z.strictObject({ model: QuestionnaireModelSchema });

const pdf = (bytes: Uint8Array, name: string) =>
  new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });

export const questionnaireRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('questionnaires.read', 'Các mẫu phiếu và phiên bản'), async (c) =>
      c.json({ items: await deps.run(c, questionnaires) }),
    )
    .post('/:id/versions', allow('questionnaires.write', 'Tạo bản nháp từ phiên bản mới nhất'), params(Id), async (c) =>
      c.json(await deps.run(c, (work) => newDraft(work, c.req.valid('param').id)), 201),
    )
    .get(
      '/:id/versions/:version',
      allow('questionnaires.read', 'Một phiên bản: nội dung, câu hỏi, bố cục trên giấy'),
      params(Version),
      async (c) => {
        const { id, version } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => questionnaire(work, id, version)));
      },
    )
    .put(
      '/:id/versions/:version',
      allow('questionnaires.write', 'Sửa bản nháp'),
      params(Version),
      body(Draft),
      async (c) => {
        const { id, version } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => saveDraftModel(work, id, version, c.req.valid('json').model)));
      },
    )
    .post(
      '/:id/versions/:version/publish',
      allow('questionnaires.publish', 'Phát hành: từ đây không sửa được nữa'),
      params(Version),
      async (c) => {
        const { id, version } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => publish(work, id, version)));
      },
    )
    .get(
      '/:id/versions/:version/template.pdf',
      allow('questionnaires.read', 'Mẫu phiếu trống'),
      params(Version),
      async (c) => {
        const { id, version } = c.req.valid('param');
        const { bytes, name } = await deps.run(c, (work) => templatePdf(work, id, version));
        return pdf(bytes, name);
      },
    )
    .get(
      '/:id/versions/:version/sample.pdf',
      allow('questionnaires.read', 'Một phiếu mẫu điền tên hộ hư cấu'),
      params(Version),
      async (c) => {
        const { id, version } = c.req.valid('param');
        const { bytes, name } = await deps.run(c, (work) => sampleSheet(work, id, version));
        return pdf(bytes, name);
      },
    );
