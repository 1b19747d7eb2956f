export * from './compile.ts';
export * from './lint.ts';
