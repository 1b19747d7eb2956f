import { createHash } from 'node:crypto';
import { insertLayout, insertQuestionnaire, insertVersion, publishVersion } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { DomainError, type Sentence } from '@gandan/domain/errors';
import { communeOf } from '@gandan/domain/policy';
import {
  HOUSEHOLD_QUESTIONNAIRE,
  type PaperLayout,
  type QuestionnaireModel,
  SHIPPED_QUESTIONNAIRES,
} from '@gandan/domain/questionnaires';
import { type CompiledForm, compileForm } from '@gandan/print/forms';
import { published } from './refusals.ts';

type Parts = Pick<Work, 'trx' | 'now' | 'newId' | 'audit'>;

/** What a meeting needs to know of the questionnaire that was installed. */
export interface InstalledQuestionnaire {
  readonly questionnaireId: string;
  readonly version: number;
  readonly layoutId: string;
  readonly model: QuestionnaireModel;
}

/** Publishes the shipped questionnaires as version 1 of a new office; gives the household's. */
export function installShippedQuestionnaires(work: Work): Promise<InstalledQuestionnaire> {
  return installFor(work, communeOf(work));
}

/** The same while the office is being set up, before anybody of it is signed in. */
export async function installFor(work: Parts, communeId: string): Promise<InstalledQuestionnaire> {
  let household: InstalledQuestionnaire | undefined;
  for (const model of SHIPPED_QUESTIONNAIRES) {
    const questionnaireId = work.newId();
    const version = 1;
    await insertQuestionnaire(work.trx, { communeId, id: questionnaireId, code: model.code, title: model.title.vi });
    await insertVersion(work.trx, { communeId, questionnaireId, version, state: 'draft', model });
    const { layoutId } = await layOutAndPublish(work, communeId, questionnaireId, version, model);
    if (model === HOUSEHOLD_QUESTIONNAIRE) household = { questionnaireId, version, layoutId, model };
  }
  if (household === undefined) throw new Error('no household questionnaire is shipped');
  return household;
}

/** `compileForm`, here or in a thread of its own. */
export type Compile = typeof compileForm;

/** A paper on which a version could not be laid out beside its own, and why. */
export interface SkippedPaper {
  readonly paper: PaperLayout;
  readonly sentence: Sentence;
}

/**
 * Lays a draft out once and for all on its own paper, a household's sheet in large print too, stores the layouts and
 * publishes: from now on nothing of it changes.
 */
export async function layOutAndPublish(
  work: Parts,
  communeId: string,
  questionnaireId: string,
  version: number,
  model: QuestionnaireModel,
  compile: Compile = compileForm,
): Promise<{ readonly layoutId: string; readonly skipped: readonly SkippedPaper[] }> {
  const form = await compile(model, { version });
  const place = { communeId, questionnaireId, version };
  await store(work, place, form, model.paper ?? 'a4');
  const skipped = await layOutLarge(work, place, model, form, compile);
  if (!(await publishVersion(work.trx, communeId, questionnaireId, version, work.now))) throw published(version);
  const { layoutId } = form.layout;
  await work.audit('questionnaires.publish', questionnaireId, { communeId, version, layoutId });
  return { layoutId, skipped };
}

interface VersionPlace {
  readonly communeId: string;
  readonly questionnaireId: string;
  readonly version: number;
}

/** Large print is a help, not a condition: a sheet that does not fit in 14 point is published without it. */
async function layOutLarge(
  work: Parts,
  place: VersionPlace,
  model: QuestionnaireModel,
  own: CompiledForm,
  compile: Compile,
): Promise<SkippedPaper[]> {
  if ((model.subject ?? 'household') !== 'household' || (model.paper ?? 'a4') !== 'a4') return [];
  try {
    const form = await compile({ ...model, paper: 'large' }, { version: place.version });
    if (form.layout.layoutId !== own.layout.layoutId) await store(work, place, form, 'large');
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [{ paper: 'large', sentence: error.sentence }];
  }
}

async function store(
  work: Parts,
  place: VersionPlace,
  { layout, templatePdf }: CompiledForm,
  paper: PaperLayout,
): Promise<void> {
  const map = { ...layout, paper };
  await insertLayout(work.trx, {
    ...place,
    layoutId: layout.layoutId,
    map,
    templatePdf,
    sha256: createHash('sha256').update(JSON.stringify(map)).update(templatePdf).digest(),
    createdAt: work.now,
  });
}
