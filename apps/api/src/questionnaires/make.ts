import { findVersion, insertQuestionnaire, insertVersion, listCodes } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { found } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import {
  emptyModel,
  type QuestionnaireModel,
  SHIPPED_QUESTIONNAIRES,
  type Subject,
  slug,
} from '@gandan/domain/questionnaires';
import { codeTaken } from './refusals.ts';

/** What somebody asks for who begins a questionnaire. */
export interface NewQuestionnaire {
  readonly title: string;
  readonly code?: string | undefined;
  readonly subject?: Subject | undefined;
  /** A shipped template by its code, or a version of the office's own. */
  readonly from?: { readonly template: string } | { readonly id: string; readonly version: number } | undefined;
}

const FIRST = 1;

/** Begins a questionnaire: empty, as a copy of a shipped template or of a version that is there. */
export async function makeQuestionnaire(
  work: Work,
  wanted: NewQuestionnaire,
): Promise<{ id: string; version: number }> {
  require(work.actor, 'questionnaires.write', { communeId: communeOf(work) });
  const source = await sourceOf(work, wanted);
  const { en: _, ...title } = source.title;
  const model: QuestionnaireModel = {
    ...source,
    title: source.title.vi === wanted.title ? source.title : { ...title, vi: wanted.title },
    ...(wanted.subject === undefined ? {} : { subject: wanted.subject }),
  };
  return storeQuestionnaire(work, model, wanted.code);
}

/** Stores a model as the first draft of a new questionnaire; a code that nobody chose gives way to one that is free. */
export async function storeQuestionnaire(
  work: Work,
  model: QuestionnaireModel,
  code?: string,
): Promise<{ id: string; version: number }> {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.write', { communeId });
  const taken = new Set(await listCodes(work.trx, communeId));
  if (code !== undefined && taken.has(code)) throw codeTaken(code);
  const free = code ?? freeCode(model.code, taken);
  const id = work.newId();
  await insertQuestionnaire(work.trx, { communeId, id, code: free, title: model.title.vi });
  const draft = { communeId, questionnaireId: id, version: FIRST, state: 'draft' };
  await insertVersion(work.trx, { ...draft, model: { ...model, code: free }, changedAt: work.now });
  await work.audit('questionnaires.draft', id, { version: FIRST, code: free });
  return { id, version: FIRST };
}

async function sourceOf(work: Work, { title, subject, from }: NewQuestionnaire): Promise<QuestionnaireModel> {
  if (from === undefined) {
    return {
      ...emptyModel(subject ?? 'household'),
      code: slug(title, '-', LONGEST_CODE) || 'phieu',
      title: { vi: title },
    };
  }
  if ('template' in from) {
    return found(
      SHIPPED_QUESTIONNAIRES.find(({ code }) => code === from.template),
      { vi: `mẫu có sẵn “${from.template}”`, en: `template “${from.template}”` },
    );
  }
  const { model } = found(await findVersion(work.trx, communeOf(work), from.id, from.version), {
    vi: 'mẫu phiếu này',
    en: 'such questionnaire',
  });
  return model;
}

const LONGEST_CODE = 40;

function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  // The copy of a copy is counted on: `minutes-3`, not `minutes-2-2`.
  const stem = wanted.replace(/-\d{1,3}$/u, '').slice(0, LONGEST_CODE - 5);
  for (let count = 2; ; count += 1) {
    const code = `${stem}-${count}`;
    if (!taken.has(code)) return code;
  }
}
