export * from './answers-schema.ts';
export * from './check-response.ts';
export * from './double/index.ts';
export * from './response.ts';
