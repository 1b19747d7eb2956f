export * from './digits.ts';
export * from './intent.ts';
export * from './keying.ts';
export * from './keys.ts';
export * from './state.ts';
