export * from './accounts.ts';
export * from './everywhere.ts';
export * from './failures.ts';
export * from './groups-of.ts';
export * from './sessions.ts';
export * from './setup.ts';
