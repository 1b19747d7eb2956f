import type { Answers } from '@gandan/domain/entry';
import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { api, call } from '../api/client.ts';
import type { Sender } from './queue/index.ts';
import { noteOutcome } from './second/outcomes.ts';

const readBatches = () => call(api.entry.batches.$get());

export const batchesQuery = { queryKey: ['entry', 'batches'], queryFn: readBatches };
export type Batch = Awaited<ReturnType<typeof readBatches>>['items'][number];

export const readSheet = (number: string) => call(api.entry.sheets[':number'].$get({ param: { number } }));
export type SheetToKey = Awaited<ReturnType<typeof readSheet>>;

const readVersion = (id: string, version: number) =>
  call(api.questionnaires[':id'].versions[':version'].$get({ param: { id, version: String(version) } }));

/** A published version never changes: read once. */
export const versionQuery = (id: string, version: number) => ({
  queryKey: ['questionnaires', id, version],
  queryFn: () => readVersion(id, version),
  staleTime: Number.POSITIVE_INFINITY,
});
export type Version = Awaited<ReturnType<typeof readVersion>>;

/** Hono's types make plain JSON of everything; the questions are what the domain calls them. */
export const questionsOf = (version: Version) => version.questions as readonly PaperQuestion[];

export const templateAddress = ({ id, version }: { readonly id: string; readonly version: number }) =>
  `/api/questionnaires/${id}/versions/${version}/template.pdf`;

/** How the queue speaks to the api. */
export const sender: Sender = {
  async draft({ sheet, answers, note, keystroke, pass }) {
    const way = pass === undefined ? api.entry.sheets : api.entry.second;
    await call(
      way[':number'].draft.$put({ param: { number: sheet }, json: { answers: json(answers), note, keystroke } }),
    );
  },
  async response({ sheet, answers, note, response, pass }) {
    const { id, seconds } = response;
    if (pass !== undefined) {
      const again = pass === 'again';
      const sent = { id, answers: json(answers), note, seconds, again };
      noteOutcome(await call(api.entry.second[':number'].response.$post({ param: { number: sheet }, json: sent })));
      return;
    }
    await call(
      api.entry.sheets[':number'].response.$post({
        param: { number: sheet },
        json: { id, answers: json(answers), note, seconds },
      }),
    );
  },
};

export function correctResponse(
  id: string,
  correction: { id: string; answers: Answers; note: string; reason: string },
) {
  const { answers, ...rest } = correction;
  return call(api.entry.responses[':id'].correct.$post({ param: { id }, json: { ...rest, answers: json(answers) } }));
}

type Wire = Parameters<(typeof api.entry.sheets)[':number']['draft']['$put']>[0]['json']['answers'];
const json = (answers: Answers) => answers as Wire;
