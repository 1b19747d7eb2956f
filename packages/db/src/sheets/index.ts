export * from './locks.ts';
export * from './sheets.ts';
export * from './slips.ts';
