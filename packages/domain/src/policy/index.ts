export * from './actions.ts';
export * from './actor.ts';
