import type { InferResponseType } from 'hono/client';
import { api, call } from '../api/client.ts';

export type Cadre = InferResponseType<typeof api.cadres.$get>['items'][number];

export const cadresQuery = { queryKey: ['cadres'], queryFn: () => call(api.cadres.$get()) };
