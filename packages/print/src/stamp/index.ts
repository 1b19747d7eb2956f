export * from './fit.ts';
export * from './qr-mask.ts';
export * from './sink.ts';
export * from './slot-setter.ts';
export * from './stamp-font.ts';
export * from './stamp-writer.ts';
