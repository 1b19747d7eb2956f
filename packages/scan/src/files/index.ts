export * from './decode.ts';
export * from './kind.ts';
export * from './limits.ts';
export * from './pages.ts';
export * from './read-content.ts';
export * from './read-files.ts';
export * from './reader-pool.ts';
