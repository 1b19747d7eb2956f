export * from './coverage.ts';
export * from './fonts.ts';
export * from './render.ts';
export * from './units.ts';
