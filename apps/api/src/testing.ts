/** For packages that tell the product's story in tests: the app on a test database, and paper to work with. */
export * from './frame/testing.ts';
export * from './meetings/testing.ts';
