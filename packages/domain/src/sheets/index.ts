export * from './ledger.ts';
export * from './meeting-sum.ts';
export * from './number.ts';
export * from './paper-code.ts';
export * from './plan-print.ts';
export * from './qr-payload.ts';
export * from './refusals.ts';
export * from './strays.ts';
