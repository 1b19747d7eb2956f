/** For `bench scan`: pages as they come from offices and phones, and how a reading of them is judged. */
export * from './damage-classes.ts';
export * from './trial.ts';
