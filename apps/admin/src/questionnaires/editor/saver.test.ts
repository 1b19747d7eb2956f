import { HOUSEHOLD_QUESTIONNAIRE as FORM, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { ApiProblem, offlineProblem } from '../../api/problem.ts';
import { type Revision, Saver, type SaveState } from './saver.ts';

const titled = (vi: string): QuestionnaireModel => ({ ...FORM, title: { vi } });
const stale = () => new ApiProblem(409, 'stale', { vi: 'Đã đổi', en: 'Changed' });

/** A server that answers when told, a clock that is turned by hand, and what this machine keeps. */
function office(revision: Revision = 1) {
  const told: SaveState['kind'][] = [];
  const received: { model: string; revision: Revision; answer: (with_: Revision | ApiProblem) => void }[] = [];
  let kept: { model: string; revision: Revision } | null = null;
  let due: (() => void) | null = null;
  const saver = new Saver(
    {
      send: (model, at) =>
        new Promise((resolve, reject) => {
          const answer = (with_: Revision | ApiProblem) =>
            with_ instanceof ApiProblem ? reject(with_) : resolve(with_);
          received.push({ model: model.title.vi, revision: at, answer });
        }),
      keep: (model, at) => {
        kept = { model: model.title.vi, revision: at };
      },
      forget: () => {
        kept = null;
      },
      show: ({ kind }) => told.push(kind),
      later: (task) => {
        due = task;
        return () => {
          due = null;
        };
      },
      now: () => new Date('2026-11-24T20:41:00+07:00'),
    },
    revision,
  );
  return {
    saver,
    told,
    received,
    kept: () => kept,
    async quiet() {
      const task = due;
      due = null;
      task?.();
      await settle();
    },
    async answer(with_: Revision | ApiProblem) {
      received.at(-1)?.answer(with_);
      await settle();
    },
  };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('saving a draft by itself', () => {
  it('waits for a quiet moment, sends the newest words once and then forgets its copy', async () => {
    const { saver, told, received, kept, quiet, answer } = office(4);
    saver.change(titled('A'));
    saver.change(titled('AB'));
    expect(kept()).toEqual({ model: 'AB', revision: 4 });
    await quiet();
    expect(received).toMatchObject([{ model: 'AB', revision: 4 }]);
    await answer(5);
    expect(kept()).toBeNull();
    expect(saver.revision).toBe(5);
    expect(told.at(-1)).toBe('saved');
    expect(saver.settled).toBe(true);
  });

  it('keeps what is typed while the server is answering, on the revision that the answer brings', async () => {
    const { saver, received, kept, quiet, answer } = office(1);
    saver.change(titled('A'));
    await quiet();
    saver.change(titled('B'));
    await answer(2);
    expect(kept()).toEqual({ model: 'B', revision: 2 });
    await quiet();
    expect(received.at(-1)).toMatchObject({ model: 'B', revision: 2 });
  });

  it('sends once when several ask for it while the server is answering', async () => {
    const { saver, told, received, quiet, answer } = office(1);
    saver.change(titled('A'));
    await quiet();
    saver.change(titled('B'));
    const both = [saver.flush(), saver.flush()];
    await answer(2);
    await settle();
    expect(received).toHaveLength(2);
    await answer(3);
    await Promise.all(both);
    expect(received).toHaveLength(2);
    expect(told.at(-1)).toBe('saved');
  });

  it('keeps its copy and tries again by itself while the server cannot be reached', async () => {
    const { saver, told, received, kept, quiet, answer } = office();
    saver.change(titled('A'));
    await quiet();
    await answer(offlineProblem());
    expect(told.at(-1)).toBe('offline');
    expect(kept()).not.toBeNull();
    await quiet();
    expect(received).toHaveLength(2);
    await answer(2);
    expect(told.at(-1)).toBe('saved');
    expect(kept()).toBeNull();
  });

  it('sends nothing more after somebody else changed the draft, until a person has chosen', async () => {
    const { saver, told, received, kept, quiet, answer } = office();
    saver.change(titled('mine'));
    await quiet();
    await answer(stale());
    saver.change(titled('mine too'));
    await quiet();
    await saver.flush();
    expect(received).toHaveLength(1);
    expect(told.at(-1)).toBe('conflict');
    expect(kept()?.model).toBe('mine too');
    const decided = saver.overwrite(titled('mine too'), 7);
    await settle();
    expect(received.at(-1)).toMatchObject({ model: 'mine too', revision: 7 });
    await answer(8);
    await decided;
    expect(told.at(-1)).toBe('saved');
  });

  it('remembers what is on its way, so that an answer that was lost is no conflict', async () => {
    const { saver, quiet, answer } = office();
    const sent = titled('A');
    saver.change(sent);
    await quiet();
    await answer(offlineProblem());
    expect(saver.sent).toBe(sent);
    await quiet();
    await answer(stale());
    expect(saver.sent).toBe(sent);
  });

  it('says what the server refused, and tries again only with other words', async () => {
    const { saver, told, received, quiet, answer } = office();
    saver.change(titled('A'));
    await quiet();
    await answer(new ApiProblem(422, 'invalid', { vi: 'Dài quá', en: 'Too long' }));
    expect(told.at(-1)).toBe('refused');
    await quiet();
    expect(received).toHaveLength(1);
    saver.change(titled('B'));
    await quiet();
    expect(received).toHaveLength(2);
  });
});
