export * from './backup.ts';
export * from './restore.ts';
export { hashTables } from './tables.ts';
