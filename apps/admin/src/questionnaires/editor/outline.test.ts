import { HOUSEHOLD_QUESTIONNAIRE as FORM, itemAt, paperQuestions } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { answersAt, nearest, outlineRows, pathOfAnswer, placeOfFinding } from './outline.ts';

describe('the outline', () => {
  it('numbers every question as paper does', () => {
    const numbers = new Map(outlineRows(FORM).map((row) => [row.item, row.number]));
    const first = new Set<string>();
    for (const question of paperQuestions(FORM)) {
      if (question.specifies !== undefined || (question.repetition ?? 1) > 1) continue;
      expect(numbers.get(question.item)).toBe(question.number);
      first.add(question.number);
    }
    expect(first.size).toBeGreaterThan(10);
  });

  it('gives a repeated group all its numbers', () => {
    const repeat = outlineRows(FORM).find((row) => row.item.type === 'begin_repeat');
    expect(repeat?.number).toMatch(/^\d+–\d+$/);
  });

  it('marks what is not asked yet', () => {
    expect(outlineRows(FORM).some((row) => row.off)).toBe(true);
    expect(outlineRows({ ...FORM, askSensitive: true }).some((row) => row.off)).toBe(false);
  });
});

describe('places', () => {
  it('lead from a question on paper to its item and back', () => {
    for (const { name, specifies } of paperQuestions(FORM)) {
      const path = pathOfAnswer(FORM, name);
      expect(path, name).not.toBeNull();
      if (path !== null && specifies === undefined) expect(answersAt(FORM, path)).toContain(name);
    }
    expect(pathOfAnswer(FORM, 'unheard_of')).toBeNull();
  });

  it('fall back to the nearest item when theirs is gone', () => {
    expect(nearest({ ...FORM, items: FORM.items.slice(0, 2) }, 'items.9')).toBe('items.1');
    expect(nearest({ ...FORM, items: [] }, 'items.9')).toBe('form');
    expect(nearest(FORM, 'items.0')).toBe('items.0');
    expect(itemAt(FORM, 'items.0')).toBe(FORM.items[0]);
  });

  it('lead from a finding to the field that it speaks of', () => {
    expect(placeOfFinding('items.3.choices.0.label')).toEqual({ selected: 'items.3', field: 'choices.0.label' });
    expect(placeOfFinding('items.3.items.1.relevant')).toEqual({ selected: 'items.3.items.1', field: 'relevant' });
    expect(placeOfFinding('items.3')).toEqual({ selected: 'items.3', field: 'label' });
    expect(placeOfFinding('notice')).toEqual({ selected: 'form', field: 'notice' });
  });
});
