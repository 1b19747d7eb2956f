export * from './sample.ts';
export * from './write-packets.ts';
