export * from './chain.ts';
export * from './entries.ts';
