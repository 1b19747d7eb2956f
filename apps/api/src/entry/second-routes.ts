import { AnswersSchema } from '@gandan/domain/entry';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, params } from '../frame/validate.ts';
import { NumberParam } from '../sheets/routes.ts';
import { decide, sheetToDecide } from './adjudication.ts';
import { Draft, Submission } from './bodies.ts';
import { keepSecondDraft, secondQueue, sheetToKeyAgain, submitSecond } from './second.ts';

const SecondSubmission = Submission.extend({ again: z.boolean().optional() });
const reason = z.string().trim().max(500);
const AnyAnswer = AnswersSchema.valueType;
const Verdict = z.discriminatedUnion('chosen', [
  z.strictObject({ question: z.string().max(140), chosen: z.enum(['first', 'second']), reason: reason.optional() }),
  z.strictObject({ question: z.string().max(140), chosen: z.literal('third'), answer: AnyAnswer, reason }),
]);
const Decision = z.strictObject({ id: z.uuid(), verdicts: z.array(Verdict).max(500) });

/** Keying a second time: blind, by somebody else; and what a third person decides. */
export const secondRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', allow('entry.read', 'Phiếu chờ mình nhập lần hai, đọc lại, phân xử'), async (c) =>
      c.json(await deps.run(c, secondQueue)),
    )
    .get(
      '/:number',
      allow('entry.write', 'Một phiếu để nhập lần hai; không có gì của lần một'),
      params(NumberParam),
      async (c) => c.json(await deps.run(c, (work) => sheetToKeyAgain(work, c.req.valid('param').number))),
    )
    .put(
      '/:number/draft',
      allow('entry.write', 'Giữ bản nháp của lần nhập hai'),
      params(NumberParam),
      body(Draft),
      async (c) =>
        c.json(await deps.run(c, (work) => keepSecondDraft(work, c.req.valid('param').number, c.req.valid('json')))),
    )
    .post(
      '/:number/response',
      allow('entry.write', 'Nộp lần nhập hai, hoặc bản đọc lại; cho biết câu nào phải đọc lại'),
      params(NumberParam),
      body(SecondSubmission),
      async (c) => {
        const { number } = c.req.valid('param');
        const result = await deps.run(c, (work) => submitSecond(work, number, c.req.valid('json')));
        return c.json(result, result.created ? 201 : 200);
      },
    )
    .get(
      '/:number/decision',
      allow('entry.write', 'Hai lần nhập của một phiếu, cho người thứ ba phân xử'),
      params(NumberParam),
      async (c) => c.json(await deps.run(c, (work) => sheetToDecide(work, c.req.valid('param').number))),
    )
    .post(
      '/:number/decision',
      allow('entry.write', 'Phân xử chỗ hai lần nhập khác nhau'),
      params(NumberParam),
      body(Decision),
      async (c) => {
        const { number } = c.req.valid('param');
        const result = await deps.run(c, (work) => decide(work, number, c.req.valid('json')));
        return c.json(result, result.created ? 201 : 200);
      },
    );
