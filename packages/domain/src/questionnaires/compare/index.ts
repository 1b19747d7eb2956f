export * from './change.ts';
export * from './compare-versions.ts';
