import type { ErrorPlace, Sentence } from '@gandan/domain/errors';
import type { LayoutMap, PaperLayout, PaperQuestion, QuestionnaireModel, Subject } from '@gandan/domain/questionnaires';
import { call, ifVersion, sendFile } from '../api/client.ts';

const ROOT = '/api/questionnaires';

/** Something that paper cannot carry, or that is doubtful on it, with its place in the model. */
export interface Finding extends ErrorPlace {
  readonly path: string;
  readonly level: 'error' | 'warning';
}
export interface VersionRow {
  readonly version: number;
  readonly state: 'draft' | 'published' | 'retired';
  readonly publishedAt: string | null;
  readonly revision?: number;
}
export interface QuestionnaireRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly subject?: Subject;
  readonly paper?: PaperLayout;
  readonly versions: readonly VersionRow[];
}
export interface VersionView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly state: VersionRow['state'];
  readonly publishedAt: string | null;
  readonly revision?: number;
  readonly model: QuestionnaireModel;
  readonly questions: readonly PaperQuestion[];
  readonly layout: LayoutMap | null;
  readonly findings: readonly Finding[];
}
/** One thing in a file that paper carries otherwise, or not at all. */
export interface ReportRow {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly construct: string;
  readonly sentence: Sentence;
  readonly level: 'error' | 'warning' | 'info';
}
export interface FileReading {
  readonly model: QuestionnaireModel | null;
  readonly report: readonly ReportRow[];
}
export interface Made {
  readonly id: string;
  readonly version: number;
}
export type Source = { readonly template: string } | { readonly id: string; readonly version: number };

const send = <T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  json?: unknown,
  headers: Record<string, string> = {},
) =>
  call<T>(
    fetch(`${ROOT}${path}`, {
      method,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      headers: { ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    }),
  );
const versionPath = (id: string, version: number) => `/${id}/versions/${version}`;

export const questionnairesQuery = {
  queryKey: ['questionnaires'],
  queryFn: () => call<{ items: readonly QuestionnaireRow[] }>(fetch(ROOT)),
};

/** A version with what is found in it; a draft is read anew each time. */
export const readVersion = (id: string, version: number) =>
  call<VersionView>(fetch(`${ROOT}${versionPath(id, version)}`));
export const versionViewQuery = (id: string, version: number) => ({
  queryKey: ['questionnaires', id, version, 'view'],
  queryFn: () => readVersion(id, version),
  staleTime: 0,
});

export const createQuestionnaire = (title: string, subject: Subject, from?: Source) =>
  send<Made>('POST', '', { title, subject, ...(from === undefined ? {} : { from }) });
export const readFileDry = (file: File) => sendFile<FileReading>(`${ROOT}/read`, file);
export const importFile = (file: File) => sendFile<Made>(`${ROOT}/import`, file);
export const newDraft = (id: string) => send<Made>('POST', `/${id}/versions`);
export const deleteDraft = (id: string, version: number) => send<void>('DELETE', versionPath(id, version));
export const publish = (id: string, version: number) => send<unknown>('POST', `${versionPath(id, version)}/publish`);
export const retire = (id: string, version: number) => send<unknown>('POST', `${versionPath(id, version)}/retire`);

export const saveDraft = (id: string, version: number, model: QuestionnaireModel, revision: number | undefined) =>
  send<{ revision?: number; findings?: readonly Finding[] }>(
    'PUT',
    versionPath(id, version),
    { model },
    revision === undefined ? {} : ifVersion(revision),
  );

interface PreviewAnswer {
  readonly pdf: string | null;
  readonly layout: LayoutMap | null;
  readonly findings: readonly Finding[];
  readonly sides: number;
}
/** The page that a model becomes; what cannot be drawn is left out of it and told in `findings`. */
export async function previewModel(model: QuestionnaireModel, paper: PaperLayout) {
  const answer = await send<PreviewAnswer>('POST', '/preview', { model, paper });
  return { ...answer, pdf: answer.pdf === null ? null : bytesOf(answer.pdf) };
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

export const sampleAddress = (id: string, version: number, paper?: PaperLayout) =>
  `${ROOT}${versionPath(id, version)}/sample.pdf${paper === undefined ? '' : `?paper=${paper}`}`;
export const exportAddress = (id: string, version: number, kind: 'xlsx' | 'json') =>
  `${ROOT}${versionPath(id, version)}/export.${kind}`;
