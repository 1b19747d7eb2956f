import type { Choice, Question } from '@gandan/domain/questionnaires';
import { QUESTION_BANK } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { searchBank } from './bank.ts';
import { changeType } from './change-type.ts';
import { insertChoice, linesOf, pasteChoices } from './choices.ts';

const choices: readonly Choice[] = [
  { name: '1', label: { vi: 'Có' } },
  { name: '2', label: { vi: 'Không' } },
];
const one = { type: 'select_one', name: 'a', label: { vi: 'a' }, choices } as const satisfies Question;

describe('boxes', () => {
  it('come from pasted lines, without their bullets, under codes that are free', () => {
    const lines = linesOf('1. Nước máy\r\n- Nước mưa\n\n☐ Giếng');
    expect(lines).toEqual(['Nước máy', 'Nước mưa', 'Giếng']);
    const pasted = pasteChoices(choices, 0, lines).map(({ name, label }) => `${name} ${label.vi}`);
    expect(pasted).toEqual(['1 Nước máy', '3 Nước mưa', '4 Giếng', '2 Không']);
  });

  it('keep their codes when one is put between them', () => {
    expect(insertChoice(choices, 0).map(({ name }) => name)).toEqual(['1', '3', '2']);
  });
});

describe('changing the kind of a question', () => {
  it('keeps the boxes between one and several, the cells between numbers, and the words always', () => {
    expect(changeType(one, 'select_multiple')).toEqual({ ...one, type: 'select_multiple' });
    const area: Question = {
      ...{ type: 'decimal', name: 'x', label: { vi: 'x' }, digits: 4, decimals: 2 },
      ...{ unit: { vi: 'ha' }, constraint: { max: 2.5 } },
    };
    expect(changeType(area, 'integer')).toEqual({
      ...{ type: 'integer', name: 'x', label: { vi: 'x' }, digits: 4 },
      ...{ unit: { vi: 'ha' }, constraint: { max: 3 } },
    });
    expect(changeType(one, 'text')).toEqual({ type: 'text', name: 'a', label: { vi: 'a' }, lines: 2 });
  });
});

describe('the question bank', () => {
  it('is searched without accents, in words and boxes', () => {
    const found = searchBank(QUESTION_BANK, 'nuoc sach').flatMap(({ items }) => items);
    expect(found.length).toBeGreaterThan(0);
    expect(searchBank(QUESTION_BANK, 'xyzxyz')).toEqual([]);
    expect(searchBank(QUESTION_BANK, '  ')).toBe(QUESTION_BANK);
  });
});
