export * from './response.ts';
