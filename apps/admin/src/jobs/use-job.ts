import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api, call } from '../api/client.ts';

const readJob = (id: string) => call(api.jobs[':id'].$get({ param: { id } }));
/** A long task of the server, as it goes. */
export type Job = Awaited<ReturnType<typeof readJob>>;

const LOOK_EVERY = 500;

export const isOver = (job: { readonly state: string }) =>
  job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

/** Follows a job until it is over. */
export function useJob(id: MaybeRefOrGetter<string | null>) {
  const query = useQuery({
    queryKey: ['jobs', computed(() => toValue(id))],
    queryFn: () => readJob(toValue(id) ?? ''),
    enabled: () => toValue(id) !== null,
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : LOOK_EVERY),
    staleTime: 0,
  });
  return { job: computed(() => query.data.value ?? null), problem: query.error };
}

export const cancelJob = (id: string) => call(api.jobs[':id'].cancel.$post({ param: { id } }));

/** Where a job's file is read: as a PDF in the page, or to be saved. */
export const fileAddress = (fileId: string, inline = false) => `/api/files/${fileId}${inline ? '?inline=1' : ''}`;
