export * from './actions.ts';
export * from './actor.ts';
export * from './can.ts';
export * from './grants.ts';
export * from './password.ts';
export * from './sign-in.ts';
export * from './system-actor.ts';
