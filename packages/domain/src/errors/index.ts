export * from './domain-error.ts';
export * from './refusals.ts';
