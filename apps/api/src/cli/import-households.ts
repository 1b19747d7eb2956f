import { readFile, stat } from 'node:fs/promises';
import { invalidField } from '@gandan/domain/errors';
import { guessMapping, type ImportOptions } from '@gandan/domain/households';
import { applyList } from '../households/import/apply-plan.ts';
import { MAX_FILE_BYTES } from '../households/import/limits.ts';
import { parseList } from '../households/import/parse.ts';
import { refusals } from '../households/import/refusals.ts';
import { told } from '../households/import/service.ts';
import type { Run } from './verb.ts';

/** `gandan import households FILE`: the columns by their headers, all rows in one transaction or none. */
export const run: Run = async ({ positionals: [file = ''], values, path, deps, office }) => {
  const table = await parseList(await read(path(file)));
  const options: ImportOptions = {
    columns: guessMapping(table.rows[table.headerIndex] ?? []),
    createMissing: values['create-missing'] === true,
    acceptLookalikes: values['accept-lookalikes'] === true,
  };
  const { as } = await deps();
  const plan = await as(await office(), (work) => applyList(work, work.newId(), table, options));
  return {
    sentence: told(plan),
    data: {
      rows: plan.rows,
      created: plan.created.length,
      updated: plan.updated.length,
      unchanged: plan.unchanged,
      groups: plan.groups.length,
      hamlets: plan.hamlets.length,
    },
  };
};

/** The file's bytes, looked at before they are read into memory. */
async function read(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined || !info.isFile()) {
    throw invalidField('file', 'cli.file', {
      vi: `Không có tệp ${path}. Hãy kiểm tra lại tên và thư mục.`,
      en: `There is no file ${path}. Check its name and folder.`,
    });
  }
  if (info.size > MAX_FILE_BYTES) throw refusals.tooLarge();
  return readFile(path);
}
