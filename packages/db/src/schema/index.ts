export * from './db.gen.ts';
export * from './db.ts';
export * from './slices.ts';
