export * from './clock.ts';
export * from './holidays.ts';
export * from './plain-date.ts';
export * from './working-days.ts';
