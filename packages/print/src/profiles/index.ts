export * from './nd30.ts';
