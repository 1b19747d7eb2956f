export * from './meetings.ts';
export * from './print-jobs.ts';
