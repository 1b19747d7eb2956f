import { createHash } from 'node:crypto';
import { findTemplate, findTemplateOf, findVersion, insertLayout } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { communeOf } from '@gandan/domain/policy';
import type { PaperLayout } from '@gandan/domain/questionnaires';
import { compileForm } from '@gandan/print/forms';

/**
 * The layout with which a published version is printed on a paper; without `paper`, on its own. A paper that is asked
 * for the first time (`large`, for the elderly) is laid out now and kept beside the version's own. The caller holds the
 * office's printing lock, so that two do not lay it out at once.
 */
export async function layoutFor(work: Work, questionnaireId: string, version: number, paper?: PaperLayout) {
  const communeId = communeOf(work);
  const find = () => findTemplate(work.trx, communeId, questionnaireId, version, paper);
  const known = await find();
  if (known !== undefined || paper === undefined) return known;
  const row = await findVersion(work.trx, communeId, questionnaireId, version);
  if (row === undefined || row.state === 'draft') return undefined;
  const { templatePdf, layout } = await compileForm({ ...row.model, paper }, { version });
  const same = await findTemplateOf(work.trx, communeId, questionnaireId, version, layout.layoutId);
  if (same !== undefined) return same;
  const map = { ...layout, paper };
  await insertLayout(work.trx, {
    communeId,
    layoutId: layout.layoutId,
    questionnaireId,
    version,
    map,
    templatePdf,
    sha256: createHash('sha256').update(JSON.stringify(map)).update(templatePdf).digest(),
    createdAt: work.now,
  });
  await work.audit('questionnaires.lay-out', questionnaireId, { version, paper, layoutId: layout.layoutId });
  return find();
}
