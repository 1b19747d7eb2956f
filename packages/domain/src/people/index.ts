export * from './cadre.ts';
