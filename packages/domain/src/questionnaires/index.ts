export * from './checks.ts';
export * from './layout-map.ts';
export * from './model.ts';
export * from './model-schema.ts';
export * from './paper-questions.ts';
export * from './skips.ts';
export * from './templates/household.ts';
