export * from './hamlet.ts';
export * from './names.ts';
export * from './sheet-prefix.ts';
export * from './validity.ts';
