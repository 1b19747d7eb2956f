export * from './layout-map.ts';
export * from './model.ts';
