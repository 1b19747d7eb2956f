export * from './answers-schema.ts';
export * from './check-response.ts';
export * from './response.ts';
