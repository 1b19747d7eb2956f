import type { Answers, Verdicts } from '@gandan/domain/entry';
import { api, call } from '../../api/client.ts';

const readQueue = () => call(api.entry.second.$get());
export const secondQuery = { queryKey: ['entry', 'second'], queryFn: readQueue };
export type SecondQueue = Awaited<ReturnType<typeof readQueue>>;
export type QueuedSheet = SecondQueue['second'][number];

export const readSecond = (number: string) => call(api.entry.second[':number'].$get({ param: { number } }));
export type SecondToKey = Awaited<ReturnType<typeof readSecond>>;

const readDecision = (number: string) => call(api.entry.second[':number'].decision.$get({ param: { number } }));
export const decisionQuery = (number: string) => ({
  queryKey: ['entry', 'decision', number],
  queryFn: () => readDecision(number),
  // What is being decided must not change under the hand that decides.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});
export type ToDecide = Awaited<ReturnType<typeof readDecision>>;

type Wire = Parameters<(typeof api.entry.second)[':number']['decision']['$post']>[0]['json']['verdicts'];
export const sendDecision = (number: string, id: string, verdicts: Verdicts) =>
  call(api.entry.second[':number'].decision.$post({ param: { number }, json: { id, verdicts: verdicts as Wire } }));

const readQuality = (year: number) => call(api.entry.quality.$get({ query: { year: String(year) } }));
export const qualityQuery = (year: number) => ({
  queryKey: ['entry', 'quality', year],
  queryFn: () => readQuality(year),
});
export type Quality = Awaited<ReturnType<typeof readQuality>>;
export type Rate = Quality['all'];

export const setDoubleEntry = (id: string, json: { share: number; evaluated: boolean }) =>
  call(api.entry.quality.double[':id'].$put({ param: { id }, json }));

const readStrays = () => call(api.entry.strays.$get());
export const straysQuery = { queryKey: ['entry', 'strays'], queryFn: readStrays };
export type Stray = Awaited<ReturnType<typeof readStrays>>['queues'][number]['items'][number];

export const putAside = (number: string, note: string | null) =>
  call(api.entry.strays.$post({ json: { number, note } }));
export const takeOut = (id: string, outcome: string) =>
  call(api.entry.strays[':id'].done.$post({ param: { id }, json: { outcome } }));

/** Hono's types make plain JSON of everything; the answers are what the domain calls them. */
export const answersOf = (answers: unknown) => answers as Answers;
