import { expect, it } from 'vitest';
import { between, isOut } from './reprint.ts';

const sheet = (number: string, state = 'printed') => ({ number, headName: 'Lê Thị Thử', state });
const sheets = ['PL-000001-00', 'PL-000003-00', 'PL-000007-00'].map((number) => sheet(number));
const numbers = (from: string | null, to: string | null) => between(sheets, from, to).map((each) => each.number);

it('a range holds both its ends, whichever is named first', () => {
  expect(numbers('PL-000003-00', 'PL-000007-00')).toEqual(['PL-000003-00', 'PL-000007-00']);
  expect(numbers('PL-000003-00', 'PL-000001-00')).toEqual(['PL-000001-00', 'PL-000003-00']);
  expect(numbers(null, 'PL-000001-00')).toEqual([]);
});

it('only what is out or lost is printed again', () => {
  const states = ['printed', 'issued', 'lost', 'returned', 'entered', 'refused', 'void'];
  expect(states.filter((state) => isOut(sheet('PL-000001-00', state)))).toEqual(['printed', 'issued', 'lost']);
});
