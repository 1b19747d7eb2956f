export * from './journey-facts.ts';
