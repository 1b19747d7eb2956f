export * from './document.ts';
export * from './print.ts';
