export * from './write-sheets.ts';
