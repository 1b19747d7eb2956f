export type { StoredForm } from '../sheets/index.ts';
export * from './in-worker.ts';
export * from './sample.ts';
export * from './write-packets.ts';
