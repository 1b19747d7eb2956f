import { describe, expect, it } from 'vitest';
import { secondsLeft } from './time-left.ts';

const startedAt = new Date('2026-11-12T08:00:00Z');
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
const running = { state: 'running', phase: 'drawing', total: 2400, startedAt };

describe('the time that a job still needs', () => {
  it('follows from the rate so far', () => {
    expect(secondsLeft({ ...running, done: 600 }, after(10))).toBe(30);
    expect(secondsLeft({ ...running, done: 2399 }, after(10))).toBe(1);
  });

  it('is not told before the rate means anything', () => {
    expect(secondsLeft({ ...running, done: 600 }, after(1))).toBeNull();
    expect(secondsLeft({ ...running, done: 10 }, after(10))).toBeNull();
    expect(secondsLeft({ ...running, phase: 'numbering', done: 600 }, after(10))).toBeNull();
  });

  it('is not told of a job that waits or is over', () => {
    expect(secondsLeft({ ...running, state: 'queued', done: 0, startedAt: null }, after(10))).toBeNull();
    expect(secondsLeft({ ...running, state: 'done', done: 2400 }, after(10))).toBeNull();
  });
});
