export * from './events.ts';
export * from './from-answers.ts';
export * from './petition.ts';
