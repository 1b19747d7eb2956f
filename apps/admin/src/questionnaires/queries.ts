import { api, call } from '../api/client.ts';

const readList = () => call(api.questionnaires.$get());
export const questionnairesQuery = { queryKey: ['questionnaires'], queryFn: readList };
export type QuestionnaireRow = Awaited<ReturnType<typeof readList>>['items'][number];

export const publish = (id: string, version: number) =>
  call(api.questionnaires[':id'].versions[':version'].publish.$post({ param: { id, version: String(version) } }));

export const sampleAddress = (id: string, version: number) =>
  `/api/questionnaires/${id}/versions/${version}/sample.pdf`;
