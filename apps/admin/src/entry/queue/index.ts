export * from './queue.ts';
export type { Kept } from './store.ts';
