import type { Action } from '@gandan/domain/policy';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/vue-query';
import type { InferResponseType } from 'hono/client';
import { computed } from 'vue';
import { api, call } from '../api/client.ts';

export const SESSION_KEY = ['session'] as const;

/** Who is signed in, in which office, what he may do, and which step of signing in is still to be done. */
export type Session = InferResponseType<typeof api.session.$get>;

export const sessionQuery = {
  queryKey: SESSION_KEY,
  queryFn: (): Promise<Session> => call(api.session.$get()),
  staleTime: 60_000,
};

/** After signing out, or when the session has ended: nothing that was read stays in this tab. */
export function forgetSession(queries: QueryClient): void {
  const demo = queries.getQueryData<Session>(SESSION_KEY)?.demo ?? false;
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  queries.setQueryData<Session>(SESSION_KEY, { stage: 'none', demo, actions: [] });
}

export function useSession() {
  const client = useQueryClient();
  const query = useQuery(sessionQuery);
  const session = computed(() => query.data.value);
  return {
    session,
    office: computed(() => session.value?.office),
    account: computed(() => session.value?.account),
    may: (action: Action): boolean => session.value?.actions.includes(action) ?? false,
    /** Reads it again after a step of signing in or out. */
    async again(): Promise<Session> {
      await client.invalidateQueries({ queryKey: SESSION_KEY, refetchType: 'none' });
      return client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    },
  };
}
