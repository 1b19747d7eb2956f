import type { Action, Role } from '@gandan/domain/policy';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api, call } from '../api/client.ts';

export const SESSION_KEY = ['session'] as const;

/** Who is signed in, in which office, and what he may do. */
export interface Session {
  readonly stage: 'open' | 'totp' | 'enrol-totp' | 'change-password' | 'none';
  readonly demo: boolean;
  readonly account?: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
    readonly cadreId: string | null;
  };
  readonly office?: {
    readonly communeId: string;
    readonly name: string;
    readonly provinceName: string;
    readonly sheetPrefix: string;
    readonly superiorName: string;
    readonly issuerName: string;
    readonly placeName: string;
  };
  readonly actions: readonly Action[];
}

export const sessionQuery = {
  queryKey: SESSION_KEY,
  queryFn: (): Promise<Session> => call(api.session.$get()),
  staleTime: 60_000,
};

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
