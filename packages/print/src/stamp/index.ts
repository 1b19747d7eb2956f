export * from './fit.ts';
export * from './sink.ts';
export * from './stamp-font.ts';
export * from './stamp-writer.ts';
