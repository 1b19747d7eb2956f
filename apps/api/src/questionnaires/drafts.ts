import {
  deleteDraft,
  findQuestionnaire,
  findVersion,
  insertVersion,
  listVersions,
  updateDraftModel,
  updateTitle,
} from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { found, stale } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { draftThere, notPublished, otherCode, published } from './refusals.ts';
import { VERSION } from './service.ts';

/** A new draft, begun as a copy of the newest version; one draft at a time. */
export async function newDraft(work: Work, id: string): Promise<{ id: string; version: number }> {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.write', { communeId });
  found(await findQuestionnaire(work.trx, communeId, id), VERSION);
  const newest = (await listVersions(work.trx, communeId)).find((row) => row.id === id);
  if (newest === undefined) throw notPublished();
  if (newest.state === 'draft') throw draftThere(newest.version);
  const { model } = found(await findVersion(work.trx, communeId, id, newest.version), VERSION);
  const version = newest.version + 1;
  await insertVersion(work.trx, {
    communeId,
    questionnaireId: id,
    version,
    state: 'draft',
    model,
    changedAt: work.now,
  });
  await work.audit('questionnaires.draft', id, { version });
  return { id, version };
}

/** The editor saves after every pause: the log gets one line a person, draft and hour, not one a keystroke. */
const NOTED_EVERY_MS = 60 * 60 * 1000;

/**
 * Replaces the model of a draft that nobody changed since `revision`. What paper cannot carry is allowed while drafting.
 */
export async function saveDraft(
  work: Work,
  place: { readonly id: string; readonly version: number; readonly revision: number },
  model: QuestionnaireModel,
): Promise<{ revision: number }> {
  const communeId = communeOf(work);
  const { id, version } = place;
  require(work.actor, 'questionnaires.write', { communeId });
  const row = found(await findVersion(work.trx, communeId, id, version), VERSION);
  if (row.state !== 'draft') throw published(version);
  if (model.code !== row.code) throw otherCode(row.code);
  const who = work.actor.userId ?? 'system';
  const last = row.noted[who];
  const due = last === undefined || work.now.getTime() - Date.parse(last) >= NOTED_EVERY_MS;
  const noted = due ? { ...row.noted, [who]: work.now.toISOString() } : row.noted;
  const draft = { communeId, questionnaireId: id, version };
  const revision = await updateDraftModel(work.trx, draft, place.revision, { model, noted, at: work.now });
  if (revision === undefined) throw stale();
  // Until there is a version in force, the questionnaire is called what its draft says.
  if (version === 1) await updateTitle(work.trx, communeId, id, model.title.vi);
  if (due) await work.audit('questionnaires.change', id, { version, revision });
  return { revision };
}

/** Takes a draft away; a questionnaire that never had another version goes with it. */
export async function removeDraft(work: Work, id: string, version: number): Promise<void> {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.write', { communeId });
  const row = found(await findVersion(work.trx, communeId, id, version), VERSION);
  if (row.state !== 'draft' || !(await deleteDraft(work.trx, communeId, id, version))) throw published(version);
  await work.audit('questionnaires.delete', id, { version, code: row.code });
}
