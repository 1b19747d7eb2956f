export * from './normalise.ts';
export * from './rules.ts';
export * from './sort-key.ts';
