export type { DocumentFacts } from './document-facts.ts';
export * from './fit.ts';
export { halfOperators, type StampedSide } from './operators.ts';
export * from './qr-mask.ts';
export * from './sink.ts';
export * from './slot-setter.ts';
export * from './stamp-font.ts';
export * from './stamp-writer.ts';
