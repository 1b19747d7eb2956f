import type { InferResponseType } from 'hono/client';
import type { api } from '../api/client.ts';

export type AssignmentsView = InferResponseType<typeof api.assignments.$get>;
export type Assignment = AssignmentsView['items'][number];
