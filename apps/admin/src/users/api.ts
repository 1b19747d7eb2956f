import type { InferResponseType } from 'hono/client';
import { api, call } from '../api/client.ts';

export type User = InferResponseType<typeof api.users.$get>['items'][number];

export const usersQuery = { queryKey: ['users'], queryFn: () => call(api.users.$get()) };
