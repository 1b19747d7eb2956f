export * from './files.ts';
export * from './jobs.ts';
