import type { PaperQuestion } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import type { Kept } from '../queue/index.ts';
import { openSecond } from './open-second.ts';
import { noteOutcome, toReadAgain } from './outcomes.ts';
import type { SecondToKey } from './queries.ts';

const all = ['people', 'living', 'told'].map((name, index): PaperQuestion => {
  return { name, number: String(index + 1), item: { type: 'integer', name, label: { vi: name }, digits: 2 } };
});
const next = (more: Partial<SecondToKey>) =>
  ({
    sheet: { number: 'PL-000412-7K' },
    stage: 'second',
    questions: ['people', 'told'],
    answers: {},
    draft: null,
    ...more,
  }) as SecondToKey;
const kept = (more: Partial<Kept>): Kept => ({
  ...{ sheet: 'PL-000412-7K', account: 'binh', answers: { people: { value: 4 } }, note: 'nhòe', keystroke: 3, turn: 1 },
  ...more,
});

describe('a sheet keyed a second time', () => {
  it('asks only what was drawn, in the order of the paper', () => {
    expect(openSecond(next({}), all, undefined).questions.map(({ name }) => name)).toEqual(['people', 'told']);
  });

  it('goes on with what this machine holds of the same step, never with another one', () => {
    expect(openSecond(next({}), all, kept({ pass: 'second' })).keystrokes).toBe(3);
    expect(openSecond(next({}), all, kept({})).answers).toEqual({});
    expect(openSecond(next({ stage: 'reread' }), all, kept({ pass: 'second' })).answers).toEqual({});
  });

  it('goes on with the server’s draft when that has more keys', () => {
    const draft = { answers: { people: { value: 5 } }, note: null, keystroke: 9, updatedAt: '' };
    expect(openSecond(next({ draft }), all, kept({ pass: 'second' })).answers).toEqual({ people: { value: 5 } });
  });

  it('is told by the numbers of its questions, until it was read again', () => {
    const sheet = { number: 'PL-000412-7K' };
    noteOutcome({ sheet, stage: 'reread', reread: [{ number: '3' }, { number: '8b' }] });
    expect(toReadAgain.value).toEqual([{ number: 'PL-000412-7K', questions: ['3', '8b'] }]);
    noteOutcome({ sheet, stage: 'adjudication', reread: [] });
    expect(toReadAgain.value).toEqual([]);
  });
});
