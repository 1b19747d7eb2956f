export * from './evaluations.ts';
export * from './snapshots.ts';
export * from './year-facts.ts';
