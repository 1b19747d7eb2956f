import type { InferResponseType } from 'hono/client';
import { api, call } from '../api/client.ts';

export type HomeView = InferResponseType<typeof api.home.$get>;
export type Stop = HomeView['stops'][number];
export type Todo = HomeView['todo'][number];

export const homeQuery = { queryKey: ['home'], queryFn: () => call(api.home.$get()) };
