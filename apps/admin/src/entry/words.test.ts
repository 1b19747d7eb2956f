import { HOUSEHOLD_QUESTIONNAIRE, paperQuestions } from '@gandan/domain/questionnaires';
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

  it('shows answers in the words of the form, and each missing code in its own', () => {
    expect(answerWords(question('living'), { value: '2' })).toBe('Như cũ');
    expect(answerWords(question('difficulties'), { value: ['1', '6'] })).toBe('Vốn làm ăn, Nhà ở');
    expect(answerWords(question('people_all'), { value: 4 })).toBe('4');
    expect(answerWords(question('living'), { missing: 'multiple' })).toBe('đánh nhiều ô');
    expect(answerWords(question('living'), undefined)).toBe('');
  });
});
