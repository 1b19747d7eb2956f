import { lockVersion, retireVersion, updateTitle } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { found } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import type { FormPress } from '@gandan/print/forms';
import { type Compile, layOutAndPublish } from './install.ts';
import { notInForce, published } from './refusals.ts';
import { questionnaire, VERSION } from './service.ts';

/** Lays the draft out, stores its layouts, publishes it and retires the version before it. */
export async function publish(work: Work, press: FormPress, id: string, version: number) {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.publish', { communeId });
  const row = found(await lockVersion(work.trx, communeId, id, version), VERSION);
  if (row.state !== 'draft') throw published(version);
  const compile: Compile = (model, options) => press.compile(model, options);
  const { skipped } = await layOutAndPublish(work, communeId, id, version, row.model, compile);
  await updateTitle(work.trx, communeId, id, row.model.title.vi);
  return { ...(await questionnaire(work, id, version)), skipped };
}

/** Takes the version in force out of use: nothing new is printed on it; paper that is out can still be keyed. */
export async function retire(work: Work, id: string, version: number) {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.publish', { communeId });
  found(await lockVersion(work.trx, communeId, id, version), VERSION);
  if (!(await retireVersion(work.trx, communeId, id, version))) throw notInForce(version);
  await work.audit('questionnaires.retire', id, { version });
  return questionnaire(work, id, version);
}
