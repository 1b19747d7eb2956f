export * from './of-session.ts';
export * from './queue.ts';
export type { Kept } from './store.ts';
