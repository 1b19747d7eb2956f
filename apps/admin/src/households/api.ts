import type { InferResponseType } from 'hono/client';
import { api, call } from '../api/client.ts';

export type Household = InferResponseType<typeof api.households.$get>['items'][number];
export type HouseholdDetail = InferResponseType<(typeof api.households)[':id']['$get']>;

export const householdsQuery = { queryKey: ['households'], queryFn: () => call(api.households.$get()) };
