export * from './layouts.ts';
export * from './questionnaires.ts';
