import { HOUSEHOLD_QUESTIONNAIRE as FORM } from '@gandan/domain/questionnaires';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Preview, Previewer, type Wish } from './previewer.ts';

const titled = (words: string): Wish => ({ model: { ...FORM, title: { vi: words } }, paper: 'a4' });
const page = (sides: number): Preview => ({ pdf: null, layout: null, findings: [], sides });

describe('asking for the page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for a pause, and asks for the newest words only', async () => {
    const asked: string[] = [];
    const previewer = new Previewer(
      () => {},
      () => {},
      async ({ model }) => {
        asked.push(model.title.vi);
        return page(1);
      },
    );
    for (const words of ['A', 'AB', 'ABC']) {
      previewer.want(titled(words));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(['ABC']);
  });

  it('has one request under way at most; what was typed meanwhile follows at once', async () => {
    const answers: (() => void)[] = [];
    const asked: string[] = [];
    const shown: number[] = [];
    const previewer = new Previewer(
      (preview) => shown.push(preview.sides),
      () => {},
      ({ model }) => {
        asked.push(model.title.vi);
        return new Promise((resolve) => answers.push(() => resolve(page(asked.length))));
      },
    );
    previewer.want(titled('A'));
    await vi.advanceTimersByTimeAsync(150);
    previewer.want(titled('B'));
    await vi.advanceTimersByTimeAsync(150);
    previewer.want(titled('C'));
    await vi.advanceTimersByTimeAsync(150);
    expect(asked).toEqual(['A']);
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['A', 'C']);
    answers[1]?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(shown).toHaveLength(2);
  });
});
