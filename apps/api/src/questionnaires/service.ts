import { findLayout, findTemplate, findVersion, listVersions } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { found } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import { type PaperLayout, paperQuestions } from '@gandan/domain/questionnaires';
import { formWorkbook } from './files/write-form.ts';
import { notOnPaper, notPublished } from './refusals.ts';

export const VERSION = { vi: 'mẫu phiếu này', en: 'such questionnaire' };

/** The office's questionnaires, each with its versions, newest first. */
export async function questionnaires(work: Work) {
  require(work.actor, 'questionnaires.read');
  const rows = await listVersions(work.trx, communeOf(work));
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((versions) => {
    const current = versions.find(({ state }) => state === 'published') ?? versions[0];
    if (current === undefined) return [];
    const { id, code, title, subject, paper } = current;
    return {
      ...{ id, code, title, subject: subject ?? 'household', paper: paper ?? 'a4' },
      versions: versions.map(({ version, state, publishedAt, revision }) => ({
        version,
        state,
        publishedAt,
        revision,
      })),
    };
  });
}

/** One version: the model, its questions as numbered on paper, and its layout once published. */
export async function questionnaire(work: Work, id: string, version: number) {
  require(work.actor, 'questionnaires.read');
  const communeId = communeOf(work);
  const { noted: _, ...row } = found(await findVersion(work.trx, communeId, id, version), VERSION);
  const layout = await findLayout(work.trx, communeId, id, version);
  return {
    ...row,
    questions: paperQuestions(row.model),
    layout: layout?.map ?? null,
  };
}

/** The blank form as it was laid out: the very page that sheets are stamped on. */
export async function templatePdf(work: Work, id: string, version: number, paper?: PaperLayout) {
  require(work.actor, 'questionnaires.read');
  const communeId = communeOf(work);
  const row = found(await findVersion(work.trx, communeId, id, version), VERSION);
  const template = await findTemplate(work.trx, communeId, id, version, paper);
  if (template === undefined) throw row.state === 'draft' ? notPublished() : notOnPaper();
  return { name: fileName(row.title, version, 'pdf'), bytes: template.templatePdf, map: template.map };
}

/** A version as a file to take along: an XLSForm, or the model as it is stored. */
export async function exportVersion(work: Work, id: string, version: number, kind: 'xlsx' | 'json') {
  require(work.actor, 'questionnaires.read');
  const row = found(await findVersion(work.trx, communeOf(work), id, version), VERSION);
  const bytes =
    kind === 'xlsx' ? await formWorkbook(row.model) : Buffer.from(`${JSON.stringify(row.model, null, 2)}\n`);
  return { name: fileName(row.title, version, kind), bytes };
}

const fileName = (title: string, version: number, kind: string) => `${title} – phiên bản ${version}.${kind}`;
