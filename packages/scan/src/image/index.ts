export * from './grey-image.ts';
export * from './mapping.ts';
export * from './patch.ts';
export * from './sums.ts';
