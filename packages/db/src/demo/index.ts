export * from './fiction.ts';
