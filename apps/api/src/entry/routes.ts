import { Hono } from 'hono';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, Id, params } from '../frame/validate.ts';
import { NumberParam } from '../sheets/routes.ts';
import { Correction, Draft, Submission } from './bodies.ts';
import { qualityRoutes } from './quality-routes.ts';
import { secondRoutes } from './second-routes.ts';
import { batches, correct, keepDraft, sheetToKey, submit } from './service.ts';
import { strayRoutes } from './stray-routes.ts';

export const entryRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/batches', allow('entry.read', 'Các kỳ họp còn phiếu phải nhập'), async (c) =>
      c.json({ items: await deps.run(c, batches) }),
    )
    .get(
      '/sheets/:number',
      allow('entry.read', 'Một phiếu để nhập, với bản nháp của mình'),
      params(NumberParam),
      async (c) => c.json(await deps.run(c, (work) => sheetToKey(work, c.req.valid('param').number))),
    )
    .put(
      '/sheets/:number/draft',
      allow('entry.write', 'Giữ bản nháp; bản có nhiều phím hơn được giữ lại'),
      params(NumberParam),
      body(Draft),
      async (c) =>
        c.json(await deps.run(c, (work) => keepDraft(work, c.req.valid('param').number, c.req.valid('json')))),
    )
    .post(
      '/sheets/:number/response',
      allow('entry.write', 'Nộp phiếu đã nhập; gửi lại không tạo bản thứ hai'),
      params(NumberParam),
      body(Submission),
      async (c) => {
        const result = await deps.run(c, (work) => submit(work, c.req.valid('param').number, c.req.valid('json')));
        return c.json(result, result.created ? 201 : 200);
      },
    )
    .post(
      '/responses/:id/correct',
      allow('entry.write', 'Đính chính phiếu đã nhập, kèm lý do'),
      params(Id),
      body(Correction),
      async (c) => {
        const result = await deps.run(c, (work) => correct(work, c.req.valid('param').id, c.req.valid('json')));
        return c.json(result, result.created ? 201 : 200);
      },
    )
    .route('/second', secondRoutes(deps))
    .route('/quality', qualityRoutes(deps))
    .route('/strays', strayRoutes(deps));
