import { HOUSEHOLD_QUESTIONNAIRE, type Item, paperQuestions, SELF_ASSESSMENT } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { answerWords, headingOf, shortHeadingOf } from './words.ts';

const questions = paperQuestions(HOUSEHOLD_QUESTIONNAIRE);
const question = (name: string) => {
  const found = questions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no question ${name}`);
  return found;
};

describe('a question on the screen', () => {
  it('says what it belongs to, as one would read it aloud', () => {
    expect(headingOf(question('people_all'))).toBe('Số người của gia đình: đang ở nhà');
    expect(headingOf(question('petition_2_content'))).toMatch(/ 2: nội dung$/);
    expect(headingOf(question('security'))).toMatch(/\? An ninh/);
  });

  it('leaves its group out in a list, where the number tells it; a repetition stays named', () => {
    expect(shortHeadingOf(question('security'))).toMatch(/^An ninh/);
    expect(shortHeadingOf(question('petition_2_content'))).toMatch(/ 2: nội dung$/);
  });

  it('names a row of a table by its head, and the line behind a box by its box', () => {
    const asked = (item: Item, name: string) => {
      const found = paperQuestions({ code: 'thu', title: { vi: 'THỬ' }, items: [item] }).find(
        (one) => one.name === name,
      );
      if (found === undefined) throw new Error(`no question ${name}`);
      return found;
    };
    const table = SELF_ASSESSMENT.items[0];
    if (table === undefined) throw new Error('no table');
    expect(headingOf(asked(table, 'nam_2_evidence'))).toBe('Kết quả thực hiện “4 nắm” (Nắm 2): minh chứng');
    const other = [{ name: '1', label: { vi: 'Nguồn khác' }, specify: true as const }];
    const income: Item = { type: 'select_one', name: 'income', label: { vi: 'Thu nhập' }, choices: other };
    expect(headingOf(asked(income, 'income_other'))).toBe('Thu nhập: nguồn khác (ghi rõ)');
  });

  it('shows numbers and days as people here write them', () => {
    const number = {
      name: 'x',
      number: '1',
      item: { type: 'decimal', name: 'x', label: { vi: 'x' }, digits: 2, decimals: 1, unit: { vi: 'ha' } },
    } as const;
    const day = { name: 'y', number: '2', item: { type: 'date', name: 'y', label: { vi: 'y' } } } as const;
    expect(answerWords(number, { value: 7.5 })).toBe('7,5 ha');
    expect(answerWords(day, { value: '2019-03-05' })).toBe('05/03/2019');
  });

  it('shows answers in the words of the form, and each missing code in its own', () => {
    expect(answerWords(question('living'), { value: '2' })).toBe('Như cũ');
    expect(answerWords(question('difficulties'), { value: ['1', '6'] })).toBe('Vốn làm ăn, Nhà ở');
    expect(answerWords(question('people_all'), { value: 4 })).toBe('4');
    expect(answerWords(question('living'), { missing: 'multiple' })).toBe('đánh nhiều ô');
    expect(answerWords(question('living'), undefined)).toBe('');
  });
});
