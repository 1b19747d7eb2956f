export * from './compile.ts';
export * from './form-definition.ts';
export * from './form-options.ts';
export * from './lint/index.ts';
export * from './press.ts';
export * from './preview.ts';
