export * from './ledger.ts';
export * from './meeting-sum.ts';
