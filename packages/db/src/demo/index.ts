export * from './fiction.ts';
export * from './household-answers.ts';
export * from './insert-office.ts';
export * from './insert-year.ts';
export * from './year.ts';
