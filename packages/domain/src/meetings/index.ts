export * from './meeting.ts';
export * from './packet-view.ts';
