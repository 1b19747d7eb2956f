export * from './compile.ts';
export * from './form-definition.ts';
export * from './lint.ts';
