export * from './seed-office.ts';
export * from './test-database.ts';
