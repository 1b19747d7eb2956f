export * from './db.gen.ts';
export * from './db.ts';
