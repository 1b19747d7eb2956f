export * from './accounts.ts';
export * from './groups-of.ts';
export * from './sessions.ts';
