import { createHash } from 'node:crypto';
import { insertLayout, insertQuestionnaire, insertVersion, publishVersion } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { communeOf } from '@gandan/domain/policy';
import { HOUSEHOLD_QUESTIONNAIRE, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { compileForm } from '@gandan/print/forms';

type Parts = Pick<Work, 'trx' | 'now' | 'newId' | 'audit'>;

/** What a meeting needs to know of the questionnaire that was installed. */
export interface InstalledQuestionnaire {
  readonly questionnaireId: string;
  readonly version: number;
  readonly layoutId: string;
  readonly model: QuestionnaireModel;
}

/** Publishes the shipped household questionnaire as version 1 of a new office, in the office's first transaction. */
export function installShippedQuestionnaires(work: Work): Promise<InstalledQuestionnaire> {
  return installFor(work, communeOf(work));
}

/** The same while the office is being set up, before anybody of it is signed in. */
export async function installFor(work: Parts, communeId: string): Promise<InstalledQuestionnaire> {
  const model = HOUSEHOLD_QUESTIONNAIRE;
  const questionnaireId = work.newId();
  const version = 1;
  await insertQuestionnaire(work.trx, { communeId, id: questionnaireId, code: model.code, title: model.title.vi });
  await insertVersion(work.trx, { communeId, questionnaireId, version, state: 'draft', model });
  const layoutId = await layOutAndPublish(work, communeId, questionnaireId, version, model);
  return { questionnaireId, version, layoutId, model };
}

/** Lays a draft out once and for all, stores the layout, and publishes: from now on neither changes. */
export async function layOutAndPublish(
  work: Parts,
  communeId: string,
  questionnaireId: string,
  version: number,
  model: QuestionnaireModel,
): Promise<string> {
  const { templatePdf, layout } = await compileForm(model, { version });
  await insertLayout(work.trx, {
    communeId,
    layoutId: layout.layoutId,
    questionnaireId,
    version,
    map: layout,
    templatePdf,
    sha256: createHash('sha256').update(JSON.stringify(layout)).update(templatePdf).digest(),
    createdAt: work.now,
  });
  await publishVersion(work.trx, communeId, questionnaireId, version, work.now);
  await work.audit('questionnaires.publish', questionnaireId, { communeId, version, layoutId: layout.layoutId });
  return layout.layoutId;
}
