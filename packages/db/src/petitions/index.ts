export * from './petitions.ts';
