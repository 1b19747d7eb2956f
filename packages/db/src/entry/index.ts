export * from './drafts.ts';
export * from './responses.ts';
export * from './second.ts';
export * from './settings.ts';
export * from './strays.ts';
