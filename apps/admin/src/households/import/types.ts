import type { ImportField } from '@gandan/domain/households';
import type { InferResponseType } from 'hono/client';
import type { api } from '../../api/client.ts';

export type UploadedList = InferResponseType<typeof api.households.imports.$post>;
export type CheckedList = InferResponseType<(typeof api.households.imports)[':id']['check']['$post']>;

export interface ImportChoice {
  mapping: { [field in ImportField]?: number | null | undefined };
  createMissing: boolean;
  acceptLookalikes: boolean;
}
