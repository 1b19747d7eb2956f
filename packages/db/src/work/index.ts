export { type Clock, handClock, systemClock } from '@gandan/domain/calendar';
export * from './errors.ts';
export * from './work.ts';
