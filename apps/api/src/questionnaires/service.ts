import {
  findLayout,
  findQuestionnaire,
  findTemplate,
  findVersion,
  insertVersion,
  listVersions,
  updateDraftModel,
} from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { conflict, found, invalidField } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import { paperQuestions, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { lintForm } from '@gandan/print/forms';
import { layOutAndPublish } from './install.ts';

const VERSION = { vi: 'mẫu phiếu này', en: 'such questionnaire' };

/** The office's questionnaires, each with its versions, newest first. */
export async function questionnaires(work: Work) {
  require(work.actor, 'questionnaires.read');
  const rows = await listVersions(work.trx, communeOf(work));
  return [...Map.groupBy(rows, (row) => row.id).values()].map((versions) => ({
    id: versions[0]?.id ?? '',
    code: versions[0]?.code ?? '',
    title: versions[0]?.title ?? '',
    versions: versions.map(({ version, state, publishedAt }) => ({ version, state, publishedAt })),
  }));
}

/** One version: the model, its questions as numbered on paper, and the layout once it is published. */
export async function questionnaire(work: Work, id: string, version: number) {
  require(work.actor, 'questionnaires.read');
  const communeId = communeOf(work);
  const row = found(await findVersion(work.trx, communeId, id, version), VERSION);
  const layout = await findLayout(work.trx, communeId, id, version);
  return {
    ...row,
    questions: paperQuestions(row.model),
    layout: layout?.map ?? null,
    lint: row.state === 'draft' ? lintForm(row.model) : [],
  };
}

/** The blank form as it was laid out: the very page that sheets are stamped on. */
export async function templatePdf(work: Work, id: string, version: number) {
  require(work.actor, 'questionnaires.read');
  const communeId = communeOf(work);
  const row = found(await findVersion(work.trx, communeId, id, version), VERSION);
  const template = await findTemplate(work.trx, communeId, id, version);
  if (template === undefined) throw notPublished();
  return { name: `${row.title} – phiên bản ${version}.pdf`, bytes: template.templatePdf, map: template.map };
}

/** A new draft, begun as a copy of the newest version; one draft at a time. */
export async function newDraft(work: Work, id: string) {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.write', { communeId });
  found(await findQuestionnaire(work.trx, communeId, id), VERSION);
  const newest = (await listVersions(work.trx, communeId)).find((row) => row.id === id);
  if (newest === undefined) throw notPublished();
  if (newest.state === 'draft') throw draftThere(newest.version);
  const { model } = found(await findVersion(work.trx, communeId, id, newest.version), VERSION);
  const version = newest.version + 1;
  await insertVersion(work.trx, { communeId, questionnaireId: id, version, state: 'draft', model });
  await work.audit('questionnaires.draft', id, { version });
  return questionnaire(work, id, version);
}

/** Replaces the model of a draft. What paper cannot carry is allowed while drafting and listed in `lint`. */
export async function saveDraftModel(work: Work, id: string, version: number, model: QuestionnaireModel) {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.write', { communeId });
  const row = found(await findVersion(work.trx, communeId, id, version), VERSION);
  if (row.state !== 'draft') throw published(version);
  if (model.code !== row.code) throw otherCode(row.code);
  await updateDraftModel(work.trx, communeId, id, version, model);
  await work.audit('questionnaires.change', id, { version });
  return questionnaire(work, id, version);
}

/** Lays the draft out, stores the layout, publishes it and retires the version before it. */
export async function publish(work: Work, id: string, version: number) {
  const communeId = communeOf(work);
  require(work.actor, 'questionnaires.publish', { communeId });
  const row = found(await findVersion(work.trx, communeId, id, version), VERSION);
  if (row.state !== 'draft') throw published(version);
  await layOutAndPublish(work, communeId, id, version, row.model);
  return questionnaire(work, id, version);
}

const notPublished = () =>
  conflict('questionnaire.no-layout', {
    vi: 'Phiên bản này chưa phát hành nên chưa có mẫu in. Hãy phát hành trước.',
    en: 'This version is not published, so there is no printed form yet. Publish it first.',
  });

const draftThere = (version: number) =>
  conflict('questionnaire.draft-exists', {
    vi: `Đang có bản nháp, phiên bản ${version}. Hãy sửa tiếp bản đó.`,
    en: `There is a draft already, version ${version}. Go on with that one.`,
  });

const published = (version: number) =>
  conflict('questionnaire.published', {
    vi: `Phiên bản ${version} đã phát hành nên không sửa được. Hãy tạo bản nháp mới.`,
    en: `Version ${version} is published and cannot be changed. Make a new draft.`,
  });

const otherCode = (code: string) =>
  invalidField('model.code', 'questionnaire.code', {
    vi: `Mã của mẫu phiếu là “${code}” và không đổi giữa các phiên bản.`,
    en: `The code of this questionnaire is “${code}”; it stays the same in all versions.`,
  });
