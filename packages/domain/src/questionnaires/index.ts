export * from './checks.ts';
export * from './layout-map.ts';
export * from './model.ts';
export * from './skips.ts';
