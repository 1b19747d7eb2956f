export * from './half-year.ts';
export * from './meeting.ts';
export * from './packet-view.ts';
