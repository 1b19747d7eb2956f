import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../src/reading/index.ts';
import { DAMAGE_CLASSES } from './damage-classes.ts';
import { emptyTally, judge, type Tally, type TrialForm, trialForm, trialPage } from './trial.ts';

const PAGES_EACH = 3;
const SEED = 5000;

/** How many of a hundred ordinary questions may go to a person, where it is more than the usual three. */
const TO_PERSON: Readonly<Record<string, number>> = {
  // A stain's rim in a box, or beside one, may be a mark.
  stained: 25,
  // A streak that cannot be followed through print stays a doubt.
  streaked: 12,
  // In faint pencil, print that shines through is as dark as the marks.
  'shines through': 20,
};

/** Sixty pages, made anew from their seeds: what each kind of damage must at least leave readable. */
describe('the golden pages', () => {
  let form: TrialForm;
  const all = emptyTally();
  beforeAll(async () => {
    form = await trialForm(HOUSEHOLD_QUESTIONNAIRE);
  }, 60_000);

  it.for(Object.keys(DAMAGE_CLASSES))(
    '%s: all found, few to a person, none wrong',
    { timeout: 60_000 },
    async (damage) => {
      const tally = emptyTally();
      for (let at = 0; at < PAGES_EACH; at += 1) {
        const page = await trialPage(form, damage, SEED + at, { trouble: 0.25 });
        judge(tally, page, await readPage(page.image, [form.layout]));
      }
      addTo(all, tally);
      expect(tally.registered, tally.notes.join('\n')).toBe(PAGES_EACH);
      expect(tally.silent, tally.notes.join('\n')).toBe(0);
      const share = (100 * tally.ordinaryToPerson) / tally.ordinary;
      expect(share, tally.notes.join('\n')).toBeLessThanOrEqual(TO_PERSON[damage] ?? 6);
    },
  );

  it('leaves at most three of a hundred ordinary questions to a person', () => {
    expect(all.ordinary).toBeGreaterThan(300);
    expect((100 * all.ordinaryToPerson) / all.ordinary, all.notes.join('\n')).toBeLessThanOrEqual(3);
    expect((100 * all.unclearToPerson) / all.unclear).toBeGreaterThanOrEqual(95);
  });
});

function addTo(all: Tally, tally: Tally): void {
  all.ordinary += tally.ordinary;
  all.ordinaryToPerson += tally.ordinaryToPerson;
  all.unclear += tally.unclear;
  all.unclearToPerson += tally.unclearToPerson;
  all.notes.push(...tally.notes);
}
