import type { InferResponseType } from 'hono/client';
import { api, call } from '../api/client.ts';

export type Group = InferResponseType<typeof api.groups.$get>['items'][number];
export type Hamlet = InferResponseType<typeof api.hamlets.$get>['items'][number];

export const groupsQuery = { queryKey: ['groups'], queryFn: () => call(api.groups.$get()) };
export const hamletsQuery = { queryKey: ['hamlets'], queryFn: () => call(api.hamlets.$get()) };
export const officeQuery = { queryKey: ['office'], queryFn: () => call(api.office.$get()) };
