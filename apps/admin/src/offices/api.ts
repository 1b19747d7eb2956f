import type { InferResponseType } from 'hono/client';
import { api, call } from '../api/client.ts';

export type Office = InferResponseType<typeof api.offices.$get>['items'][number];

export const officesQuery = { queryKey: ['offices'], queryFn: () => call(api.offices.$get()) };
