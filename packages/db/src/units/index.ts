export * from './groups.ts';
export * from './hamlets.ts';
export * from './offices.ts';
export * from './reference.ts';
export * from './units.ts';
