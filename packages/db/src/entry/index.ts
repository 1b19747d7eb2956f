export * from './drafts.ts';
export * from './responses.ts';
