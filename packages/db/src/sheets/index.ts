export * from './locks.ts';
export * from './sheets.ts';
