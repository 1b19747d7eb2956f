export * from './adjudicate.ts';
export * from './compare.ts';
export * from './draw.ts';
export * from './people.ts';
export * from './rates.ts';
export * from './related.ts';
export * from './setting.ts';
