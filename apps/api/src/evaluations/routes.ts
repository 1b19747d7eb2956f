import {
  AppealInput,
  CommentInput,
  CorrectInput,
  DecisionInput,
  NoticeInput,
  ProposalInput,
  SelfInput,
} from '@gandan/domain/evaluations';
import { EVALUATION_PARTS, printEvaluation, printSelfForms } from '@gandan/print/evaluations';
import { Hono } from 'hono';
import { z } from 'zod';
import { disposition } from '../files/disposition.ts';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, params, query, YearId } from '../frame/validate.ts';
import { printSelfFormsOfYear, selfForm, startSelfForms } from './self-form.ts';
import {
  appeal,
  assessSelf,
  comment,
  correct,
  decide,
  evaluation,
  evaluationView,
  listEvaluations,
  notify,
  openEvaluation,
  propose,
} from './service.ts';

const Year = z.strictObject({ year: z.coerce.number().int().min(2000).max(2199) });
const Open = z.strictObject({ cadreId: z.uuid(), year: z.number().int() });
const SelfForms = z.strictObject({ year: z.number().int().min(2000).max(2199) });
const Part = z.strictObject({ part: z.enum(EVALUATION_PARTS).optional() });

export const evaluationRoutes = (deps: Deps) => {
  deps.jobs.register('print-self-forms', (job) => printSelfFormsOfYear(deps, job));
  return new Hono<Env>()
    .get('/', allow('evaluations.read', 'Đánh giá của các cán bộ trong năm'), query(Year), async (c) =>
      c.json({ items: await deps.run(c, (work) => listEvaluations(work, c.req.valid('query').year)) }),
    )
    .post('/', allow('evaluations.propose', 'Mở đánh giá của một cán bộ'), body(Open), async (c) =>
      c.json(await deps.run(c, (work) => openEvaluation(work, c.req.valid('json'))), 201),
    )
    .get('/:year/:id', allow('evaluations.read', 'Một đánh giá, kèm căn cứ số liệu'), params(YearId), async (c) => {
      const { year, id } = c.req.valid('param');
      return c.json(await deps.run(c, (work) => evaluation(work, year, id)));
    })
    .post(
      '/:year/:id/self',
      allow('evaluations.assess', 'Cán bộ tự đánh giá'),
      params(YearId),
      body(SelfInput),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => assessSelf(work, year, id, c.req.valid('json'))), 201);
      },
    )
    .post(
      '/:year/:id/comment',
      allow('evaluations.comment', 'Nhận xét của tập thể, ấp, chi bộ'),
      params(YearId),
      body(CommentInput),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => comment(work, year, id, c.req.valid('json'))), 201);
      },
    )
    .post(
      '/:year/:id/proposal',
      allow('evaluations.propose', 'Thẩm định, cho điểm, đề xuất mức xếp loại'),
      params(YearId),
      body(ProposalInput),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => propose(work, year, id, c.req.valid('json'))), 201);
      },
    )
    .post(
      '/:year/:id/decision',
      allow('evaluations.decide', 'Quyết định mức xếp loại'),
      params(YearId),
      body(DecisionInput),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => decide(work, year, id, c.req.valid('json'))), 201);
      },
    )
    .post(
      '/:year/:id/notice',
      allow('evaluations.propose', 'Thông báo kết quả bằng văn bản'),
      params(YearId),
      body(NoticeInput),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => notify(work, year, id, c.req.valid('json'))), 201);
      },
    )
    .post(
      '/:year/:id/appeal',
      allow('evaluations.assess', 'Kiến nghị về kết quả'),
      params(YearId),
      body(AppealInput),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => appeal(work, year, id, c.req.valid('json'))), 201);
      },
    )
    .post(
      '/:year/:id/correct',
      allow('evaluations.decide', 'Lập bản đính chính'),
      params(YearId),
      body(CorrectInput),
      async (c) => {
        const { year, id } = c.req.valid('param');
        return c.json(await deps.run(c, (work) => correct(work, year, id, c.req.valid('json').reason)), 201);
      },
    )
    .get(
      '/:year/:id/document.pdf',
      allow('evaluations.print', 'In phiếu đánh giá và phụ lục (PDF)'),
      params(YearId),
      query(Part),
      async (c) => {
        const { year, id } = c.req.valid('param');
        const { part } = c.req.valid('query');
        // Drawn after the transaction, so that no connection waits for a worker.
        const view = await deps.run(c, (work) => evaluationView(work, year, id));
        const pdf = await printEvaluation(view, part === undefined ? EVALUATION_PARTS : [part]);
        return c.body(pdf, 200, {
          'Content-Type': 'application/pdf',
          'Content-Disposition': disposition(`Đánh giá ${year} – ${view.cadre.name}.pdf`, true),
        });
      },
    )
    .post(
      '/self-forms',
      allow('evaluations.print', 'In phiếu tự đánh giá của mọi cán bộ trong năm'),
      body(SelfForms),
      async (c) => {
        const { year } = c.req.valid('json');
        return c.json({ jobId: await deps.run(c, (work) => startSelfForms(deps, work, year)) }, 202);
      },
    )
    .get(
      '/:year/:id/self-form.pdf',
      allow('evaluations.print', 'In phiếu tự đánh giá, số liệu điền sẵn (PDF)'),
      params(YearId),
      async (c) => {
        const { year, id } = c.req.valid('param');
        const { view, form } = await deps.run(c, (work) => selfForm(work, year, id));
        const pdf = await printSelfForms([view], form, deps.clock.now());
        return c.body(pdf, 200, {
          'Content-Type': 'application/pdf',
          'Content-Disposition': disposition(`Phiếu tự đánh giá ${year} – ${view.cadre.name}.pdf`, true),
        });
      },
    );
};
