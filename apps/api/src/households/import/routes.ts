import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../../frame/allow.ts';
import type { Deps, Env } from '../../frame/deps.ts';
import { fileNameOf } from '../../frame/file-name.ts';
import { body, Id, params } from '../../frame/validate.ts';
import { planFor } from './apply-plan.ts';
import { errorCsv, errorWorkbook } from './error-file.ts';
import { parseList } from './parse.ts';
import { checkList, readImport, runImport, savedOptions, startImport, uploadList } from './service.ts';
import { tableMemory } from './table-memory.ts';

const column = z.int().min(0).max(1000).nullable().optional();
const Choice = z
  .strictObject({
    mapping: z.strictObject({ code: column, headName: column, address: column, hamlet: column, group: column }),
    createMissing: z.boolean().default(false),
    acceptLookalikes: z.boolean().default(false),
  })
  .transform(({ mapping, ...options }) => ({
    ...options,
    // A column may be left out or null: the list has none.
    columns: Object.fromEntries(Object.entries(mapping).filter(([, index]) => typeof index === 'number')),
  }));

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function importRoutes(deps: Deps) {
  const tables = tableMemory();
  deps.jobs.register('import-households', (job) => runImport(deps.files, tables, job));
  return new Hono<Env>()
    .post('/', allow('households.import', 'Tải lên danh sách hộ (.xlsx, .csv), tên tệp ở X-File-Name'), async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const table = await parseList(bytes);
      tables.put(createHash('sha256').update(bytes).digest('hex'), table);
      const name = fileNameOf(c.req.header('X-File-Name'), 'danh-sach-ho');
      return c.json(await deps.run(c, (work) => uploadList(work, deps.files, { name, bytes, table })), 201);
    })
    .post('/:id/check', allow('households.import', 'Xem trước việc nhập'), params(Id), body(Choice), async (c) => {
      const { id } = c.req.valid('param');
      const table = await readImport(deps.files, tables, (task) => deps.run(c, task), id);
      return c.json(await deps.run(c, (work) => checkList(work, id, table, c.req.valid('json'))));
    })
    .post('/:id/apply', allow('households.import', 'Nhập danh sách hộ'), params(Id), body(Choice), async (c) => {
      const { id } = c.req.valid('param');
      const table = await readImport(deps.files, tables, (task) => deps.run(c, task), id);
      return c.json(await deps.run(c, (work) => startImport(work, deps.jobs, id, table, c.req.valid('json'))), 202);
    })
    .get('/:id/errors.xlsx', allow('households.import', 'Các lỗi của danh sách, dạng Excel'), params(Id), async (c) => {
      const errors = await errorsOf(c.req.valid('param').id, (task) => deps.run(c, task));
      c.header('Content-Type', XLSX);
      c.header('Content-Disposition', `attachment; filename="loi-nhap-ho.xlsx"`);
      return c.body(new Uint8Array(await errorWorkbook(errors)));
    })
    .get('/:id/errors.csv', allow('households.import', 'Các lỗi của danh sách, dạng CSV'), params(Id), async (c) => {
      const errors = await errorsOf(c.req.valid('param').id, (task) => deps.run(c, task));
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="loi-nhap-ho.csv"`);
      return c.body(errorCsv(errors));
    });

  async function errorsOf(id: string, run: Parameters<typeof readImport>[2]) {
    const table = await readImport(deps.files, tables, run, id);
    return run(async (work) => (await planFor(work, table, await savedOptions(work, id))).errors);
  }
}
