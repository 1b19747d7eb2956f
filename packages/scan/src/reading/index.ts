export * from './constants.ts';
export * from './identify.ts';
export * from './page-reading.ts';
export * from './problems.ts';
export * from './read-page.ts';
export * from './reasons.ts';
