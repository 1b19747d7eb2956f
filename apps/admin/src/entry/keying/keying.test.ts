import type { Answers } from '@gandan/domain/entry';
import { requireAnswers } from '@gandan/domain/entry';
import {
  HOUSEHOLD_QUESTIONNAIRE,
  MEETING_MINUTES,
  type PaperQuestion,
  paperQuestions,
  type Question,
  SHIPPED_QUESTIONNAIRES,
} from '@gandan/domain/questionnaires';
import { sheetNumber } from '@gandan/domain/sheets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clerkAt } from './clerk.ts';
import { cellRuns, type DigitsItem } from './digits.ts';
import { keying } from './keying.ts';
import { choiceKey, missingKeys } from './keys.ts';
import { type Keying, waitingForSheet } from './state.ts';

const FIRST = sheetNumber('PL', 412).text;
const SECOND = sheetNumber('PL', 413).text;
// As they come from the server: plain JSON, no object shared between two questions.
const household: readonly PaperQuestion[] = JSON.parse(JSON.stringify(paperQuestions(HOUSEHOLD_QUESTIONNAIRE)));
const choices = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ name: String(i + 1), label: { vi: `Ô ${i + 1}` } }));
const paper = (items: readonly Question[]): readonly PaperQuestion[] =>
  items.map((item, index) => ({ name: item.name, number: String(index + 1), item }));
const one = (name: string, n = 3): Question => ({ type: 'select_one', name, label: { vi: name }, choices: choices(n) });
const many = (name: string, n = 5): Question => ({
  type: 'select_multiple',
  name,
  label: { vi: name },
  choices: choices(n),
});
const number = (name: string, digits = 2): Question => ({ type: 'integer', name, label: { vi: name }, digits });
const text = (name: string): Question => ({ type: 'text', name, label: { vi: name }, lines: 1 });

const twelve = paper(Array.from({ length: 12 }, (_, index) => one(`q${index + 1}`, 5)));

describe('an evening at the keys', () => {
  it('keys a sheet of twelve questions with thirteen keys, and never the mouse', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.presses('1', '2', '3', '4', '5', '1', '2', '3', '4', '5', '1', '2', 'Enter');
    expect(clerk.sees()).toBe('saving');
    expect(clerk.state().keystrokes).toBe(13);
    expect(clerk.wishes).toMatchObject([
      { kind: 'save', sheet: FIRST, answers: { q1: { value: '1' }, q12: { value: '2' } } },
    ]);
  });

  it('with a scanner needs no key at all to save: the next sheet saves this one and opens itself', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.presses(...'123451234512');
    clerk.scans(`GD1:A1B2C3:${SECOND.replaceAll('-', '')}:1`);
    expect(clerk.wishes.map((wish) => wish.kind)).toEqual(['save', 'open']);
    expect(clerk.wishes[1]).toEqual({ kind: 'open', number: SECOND });
  });

  it('counts the seconds at the keys and not the telephone call in between', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.presses(...'123451');
    clerk.waits(600_000);
    clerk.presses(...'234512', 'Enter');
    expect(clerk.wishes).toMatchObject([{ seconds: 5 }]);
  });

  it('goes on with the next sheet once this one is kept, and a refusal leads to the question', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.presses(...'123451234512', 'Enter');
    const sentence = { vi: 'Câu 3 sai.', en: 'Question 3 is wrong.' };
    clerk.tell({ kind: 'not-saved', sentence, places: [{ path: 'q3', sentence }] });
    expect(clerk.sees()).toBe('3');
    expect(clerk.state().problem).toEqual(sentence);
    clerk.presses('1', '4', '5', '1', '2', '3', '4', '5', '1', '2', 'Enter');
    clerk.tell({ kind: 'saved' });
    expect(clerk.sees()).toBe('number');
  });
});

describe('the number of the sheet', () => {
  it('is typed as it stands, or sloppily; the check characters refuse a misread one', () => {
    const clerk = clerkAt(twelve);
    clerk.writes(FIRST.toLowerCase().replaceAll('-', ' '));
    expect(clerk.wishes).toEqual([{ kind: 'open', number: FIRST }]);
    clerk.writes('PL-000412-ZZ');
    expect(clerk.state().problem?.vi).toContain('không phải số phiếu');
    clerk.writes(' ');
    expect(clerk.state().problem?.vi).toContain('Quét mã');
    expect(clerk.wishes).toHaveLength(1);
  });

  it('is taken although no text box has the focus', () => {
    const clerk = clerkAt(twelve);
    clerk.presses(...FIRST, 'Enter');
    expect(clerk.wishes).toEqual([{ kind: 'open', number: FIRST }]);
    clerk.presses('?', '1');
    expect(clerk.state().panel).toBe('none');
  });

  it('may be scanned at any place, also in the middle of a text, and the scanner leaves no letter there', () => {
    const questions = paper([text('idea'), one('agree')]);
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.tell({ kind: 'text', value: 'Xin thêm đèn' });
    clerk.scans(SECOND, true);
    expect(clerk.state().typed).toBe('Xin thêm đèn');
    expect(clerk.wishes.map((wish) => wish.kind)).toEqual(['say', 'open']);
    expect(clerk.wishes[0]).toMatchObject({ sentence: { vi: expect.stringContaining('để dở, còn 2 câu') } });
  });

  it('scanned twice does not open the sheet again', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.presses('1');
    clerk.scans(FIRST);
    expect(clerk.wishes.map((wish) => wish.kind)).toEqual(['say']);
    expect(clerk.sees()).toBe('2');
  });

  it('is not seen in fast fingers: three answers rolled over at once stay three answers', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.scans('123412341');
    expect(clerk.sees()).toBe('10');
  });
});

describe('what the household marked', () => {
  it('several boxes are toggled, and Enter goes on', () => {
    const clerk = clerkAt(paper([many('hard', 9), one('living')]));
    clerk.takes(FIRST);
    clerk.presses('9', '1', '4', '4');
    expect(clerk.sees()).toBe('1');
    clerk.presses('Enter');
    expect(clerk.answer('hard')).toEqual({ value: ['1', '9'] });
    expect(clerk.sees()).toBe('2');
  });

  it('a full comb goes on by itself, a shorter number with Enter, a longer one after +', () => {
    const clerk = clerkAt(paper([number('a'), number('b'), number('c'), one('d')]));
    clerk.takes(FIRST);
    clerk.presses('0', '4', '7', 'Enter');
    expect([clerk.answer('a'), clerk.answer('b')]).toEqual([{ value: 4 }, { value: 7 }]);
    clerk.presses('+', '1', '2', '0', 'Enter');
    expect(clerk.state().doubt?.soft[0]?.check).toBe('digits');
    clerk.presses('1');
    expect(clerk.answer('c')).toMatchObject({ value: 120, flag: { check: 'digits' } });
    expect(clerk.sees()).toBe('4');
  });

  it('text never goes on by itself', () => {
    const clerk = clerkAt(paper([text('idea'), one('agree')]));
    clerk.takes(FIRST);
    clerk.tell({ kind: 'text', value: 'Hòa giải ở tổ 12'.normalize('NFD') });
    expect(clerk.sees()).toBe('1');
    clerk.presses('Enter');
    expect(clerk.answer('idea')).toEqual({ value: 'Hòa giải ở tổ 12'.normalize('NFC') });
  });

  it('codes from 10 on have a letter, shown beside them', () => {
    const question = paper([one('source', 12)])[0];
    if (question === undefined) throw new Error('no question');
    const clerk = clerkAt([question, ...paper([one('next')])]);
    clerk.takes(FIRST);
    clerk.presses('c');
    expect(clerk.answer('source')).toEqual({ value: '12' });
    expect(choices(12).map(choiceKey).join('')).toBe('123456789ABC');
  });
});

describe('a number with a comma', () => {
  const land: Question = { type: 'decimal', name: 'land', label: { vi: 'Đất' }, digits: 2, decimals: 1 };
  const clerk = () => {
    const at = clerkAt(paper([land, one('next')]));
    at.takes(FIRST);
    return at;
  };

  it('fills its cells as on paper: the comma comes by itself where the cells before it are full', () => {
    const full = clerk();
    full.presses('1', '2', '5');
    expect(full.answer('land')).toEqual({ value: 12.5 });
    expect(full.sees()).toBe('2');
  });

  it.each([
    [['7', ',', '5'], 7.5],
    [['7', '.', '5'], 7.5],
    [['7', 'Enter'], 7],
    [['0', ',', '5'], 0.5],
    [['1', '2', '5'], 12.5],
    [['1', '2', 'Backspace', ',', '5'], 1.5],
    [['7', ',', 'Backspace', '8', '5'], 78.5],
  ] as const)('%j is %d', (keys, value) => {
    const at = clerk();
    at.presses(...keys);
    expect(at.answer('land')).toEqual({ value });
  });

  it('with more digits than cells waits for a reason', () => {
    const at = clerk();
    at.presses('+', '1', '2', '0', ',', '2', '5', 'Enter');
    expect(at.state().doubt?.soft[0]?.sentence.vi).toBe('Câu 1 có 2 ô trước dấu phẩy và 1 ô sau, phiếu ghi 120,25.');
    at.presses('1');
    expect(at.answer('land')).toMatchObject({ value: 120.25, flag: { check: 'digits' } });
  });

  it('is unclear with the comma key as long as no digit is there, blank with Enter', () => {
    const [unclear, blank] = [clerk(), clerk()];
    unclear.presses(',');
    blank.presses('Enter');
    expect(unclear.answer('land')).toEqual({ missing: 'illegible' });
    expect(blank.answer('land')).toEqual({ missing: 'blank' });
  });

  it('stands in its cells again when one comes back to it', () => {
    const at = clerk();
    at.presses('7', ',', '5', 'Backspace');
    expect(at.state().typed).toBe('7,5');
    expect(cellRuns(land as DigitsItem, '7,5', false)).toEqual([
      { before: '', digits: ['7', ''], here: -1 },
      { before: ',', digits: ['5'], here: 1 },
    ]);
  });
});

describe('a day', () => {
  const born: Question = {
    type: 'date',
    name: 'born',
    label: { vi: 'Ngày sinh' },
    constraint: { max: '2026-12-31' },
  };
  const clerk = () => {
    const at = clerkAt(paper([born, one('next')]));
    at.takes(FIRST);
    return at;
  };

  it('is eight digits and goes on by itself', () => {
    const at = clerk();
    at.presses(...'05032019');
    expect(at.answer('born')).toEqual({ value: '2019-03-05' });
    expect(at.sees()).toBe('2');
    at.presses('Backspace');
    expect(at.state().typed).toBe('05032019');
  });

  it.each(['5/3/2019', '5 3 2019', '5.03.2019', '05-3-2019', '05/03/2019'])('may be written %s', (written) => {
    const at = clerk();
    at.presses(...written);
    expect(at.answer('born')).toEqual({ value: '2019-03-05' });
  });

  it('that the calendar does not have is told at once, and the next digit begins it anew', () => {
    const at = clerk();
    at.presses(...'31022019');
    expect(at.state().problem?.vi).toContain('ngày có thật');
    expect(at.sees()).toBe('1');
    at.presses(...'28022019');
    expect(at.answer('born')).toEqual({ value: '2019-02-28' });
  });

  it('that is not whole is no day; unclear is one key', () => {
    const at = clerk();
    at.presses('0', '5', 'Enter');
    expect(at.state().problem?.vi).toContain('đủ tám chữ số');
    at.presses('F9');
    expect(at.answer('born')).toEqual({ missing: 'illegible' });
    const refused = clerk();
    refused.presses('-');
    expect(refused.answer('born')).toEqual({ missing: 'refused' });
  });

  it('outside its bounds waits for a reason', () => {
    const at = clerk();
    at.presses(...'01012027');
    expect(at.state().doubt?.soft[0]?.check).toBe('range');
    at.presses('1');
    expect(at.answer('born')).toMatchObject({ value: '2027-01-01', flag: { check: 'range' } });
  });
});

describe('“other: specify”', () => {
  const box = (name: string, type: 'select_one' | 'select_multiple'): Question => ({
    type,
    name,
    label: { vi: name },
    choices: [...choices(2), { name: '3', label: { vi: 'Khác' }, specify: true }],
  });
  const of = (type: 'select_one' | 'select_multiple') => {
    const model = { code: 'thu', title: { vi: 'THỬ' }, items: [box('work', type), one('next')] };
    const clerk = clerkAt(JSON.parse(JSON.stringify(paperQuestions(model))));
    clerk.takes(FIRST);
    return clerk;
  };

  it('asks for the words right behind its box, and for nothing when the box is empty or the question blank', () => {
    const marked = of('select_one');
    marked.presses('3');
    marked.writes('Đan lát');
    expect(marked.state().answers).toMatchObject({ work: { value: '3' }, work_other: { value: 'Đan lát' } });
    expect(marked.sees()).toBe('2');
    for (const key of ['1', '0', '9', '-']) {
      const clerk = of('select_one');
      clerk.presses(key);
      expect(clerk.sees()).toBe('2');
      expect(clerk.answer('work_other')).toEqual({ missing: 'skipped' });
    }
  });

  it('asks behind several boxes too, once they are keyed', () => {
    const clerk = of('select_multiple');
    clerk.presses('1', '3', 'Enter');
    clerk.writes('Đan lát');
    clerk.presses('1', 'Enter');
    expect(clerk.sees()).toBe('saving');
  });

  it('forgets the words when the clerk takes the mark back', () => {
    const clerk = of('select_one');
    clerk.presses('3');
    clerk.writes('Đan lát');
    clerk.presses('Backspace');
    clerk.tell({ kind: 'key', key: 'PageUp', at: 99_000, inText: true });
    clerk.presses('1');
    expect(clerk.answer('work_other')).toEqual({ missing: 'skipped' });
  });

  it('takes words without a mark when asked for its number once more, and flags them', () => {
    const clerk = of('select_one');
    clerk.presses('1', '/');
    clerk.writes('1');
    clerk.presses('/');
    clerk.writes('1');
    clerk.writes('Đan lát');
    clerk.presses('1', 'Enter');
    expect(clerk.sees()).toBe('saving');
    expect(requireAnswers(clerk.state().questions, clerk.state().answers).work_other).toMatchObject({
      flag: { check: 'skip' },
    });
  });

  it('costs not one key on a sheet that leaves its boxes empty', () => {
    const keysFor = (questions: readonly PaperQuestion[]) => {
      const clerk = clerkAt(questions);
      clerk.takes(FIRST);
      for (let n = 0; n < 300 && clerk.sees() !== 'saving'; n += 1) {
        const question = clerk.state().stage === 'question' ? clerk.state().questions[clerk.state().at] : undefined;
        clerk.presses(question?.item.type === 'select_one' ? '1' : 'Enter');
      }
      expect(clerk.sees()).toBe('saving');
      return clerk.state().keystrokes;
    };
    const plain = household.filter(({ specifies }) => specifies === undefined);
    expect(keysFor(household)).toBe(keysFor(plain));
  });
});

describe('a table', () => {
  const questions: readonly PaperQuestion[] = JSON.parse(JSON.stringify(paperQuestions(MEETING_MINUTES)));
  const votes = questions.filter(({ group }) => group?.name === 'vote');

  it('is keyed row by row; a row with nothing in it takes one key', () => {
    const clerk = clerkAt(votes);
    clerk.takes(FIRST);
    clerk.writes('Góp quỹ sửa cầu');
    clerk.presses('1', '8', '0', '2', '0', '1');
    expect(clerk.answer('vote_1_agree')).toEqual({ value: 18 });
    clerk.writes('');
    clerk.writes('');
    expect(clerk.sees()).toBe('end');
    expect(clerk.state().places).toEqual([]);
  });

  it('is reached by its number, a row by the row’s', () => {
    const [first] = votes;
    const table = first?.number.split('.')[0] ?? '';
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.presses('/');
    clerk.writes(table);
    expect(clerk.sees()).toBe(`${table}.1a`);
    clerk.tell({ kind: 'key', key: 'PageUp', at: 9_000, inText: true });
    clerk.presses('Escape');
    clerk.tell({ kind: 'intent', intent: { kind: 'panel', panel: 'goto' }, at: 9_500 });
    clerk.writes(`${table}.2`);
    expect(clerk.sees()).toBe(`${table}.2a`);
    clerk.tell({ kind: 'intent', intent: { kind: 'panel', panel: 'goto' }, at: 9_900 });
    clerk.writes('(');
    expect(clerk.state().problem?.vi).toContain('không có câu “(”');
  });
});

describe('what is not there', () => {
  it('blank, unclear, several marks and refused are one key each, and stay distinct', () => {
    const clerk = clerkAt(paper([one('a'), one('b'), one('c'), one('d'), many('e'), number('f'), text('g')]));
    clerk.takes(FIRST);
    clerk.presses('0', '9', '8', '-', '0', '.');
    clerk.presses('F9');
    expect(Object.values(clerk.state().answers).map((answer) => 'missing' in answer && answer.missing)).toEqual([
      'blank',
      'illegible',
      'multiple',
      'refused',
      'blank',
      'illegible',
      'illegible',
    ]);
    expect(clerk.sees()).toBe('end');
  });

  it('where 8 and 9 are printed codes, other keys say it, and the screen shows which', () => {
    const [eight, nine] = paper([one('a', 8), one('b', 9)]);
    if (eight === undefined || nine === undefined) throw new Error('no question');
    expect(missingKeys(eight)).toEqual({ blank: '0', illegible: '9', multiple: '+', refused: '-' });
    expect(missingKeys(nine)).toEqual({ blank: '0', illegible: '.', multiple: '+', refused: '-' });
    const clerk = clerkAt([eight, nine]);
    clerk.takes(FIRST);
    clerk.presses('8', '9');
    expect([clerk.answer('a'), clerk.answer('b')]).toEqual([{ value: '8' }, { value: '9' }]);
  });

  it('Enter on an empty number or text is blank; on a single choice it asks for a code', () => {
    const clerk = clerkAt(paper([number('a'), text('b'), one('c')]));
    clerk.takes(FIRST);
    clerk.presses('Enter');
    clerk.writes('  ');
    clerk.presses('Enter');
    expect(clerk.state().answers).toEqual({ a: { missing: 'blank' }, b: { missing: 'blank' } });
    expect(clerk.state().problem?.vi).toContain('Bấm mã in cạnh ô');
  });

  it('an unwritten petition takes one key, not four; written after all, its questions come back', () => {
    const questions = household.filter((question) => question.group?.name === 'petition');
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.writes('');
    clerk.writes('');
    clerk.writes('');
    expect(clerk.sees()).toBe('end');
    expect(clerk.state().places).toEqual([]);
    clerk.presses('/');
    clerk.writes(questions[4]?.number ?? '');
    clerk.writes('Đường ra đồng hư');
    expect(clerk.sees()).toBe(questions[5]?.number);
    expect(clerk.answer('petition_1_field')).toEqual({ missing: 'blank' });
    expect(clerk.answer('petition_2_field')).toBeUndefined();
  });
});

describe('skips obey the paper', () => {
  const questions = household.filter((question) => ['insured', 'uninsured', 'water'].includes(question.name));
  const [insured = '', uninsured = '', water = ''] = questions.map((question) => question.number);

  it('a skipped question is passed over and recorded as skipped', () => {
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.presses('1');
    expect(clerk.sees()).toBe(water);
    expect(clerk.answer('uninsured')).toEqual({ missing: 'skipped' });
    clerk.presses('Backspace');
    expect(clerk.sees()).toBe(insured);
    clerk.presses('2');
    expect(clerk.sees()).toBe(uninsured);
    expect(clerk.answer('uninsured')).toBeUndefined();
  });

  it('paper that disobeys is keyed as it is, and the stored answer says so', () => {
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.presses('1', '/');
    clerk.writes(uninsured);
    clerk.presses('0', '2', '1', 'Enter');
    expect(clerk.sees()).toBe('saving');
    expect(requireAnswers(questions, clerk.state().answers).uninsured).toEqual({
      value: 2,
      flag: { check: 'skip', reason: '' },
    });
  });
});

describe('a doubtful number', () => {
  const questions = household.filter((question) => ['people_all', 'people_working'].includes(question.name));

  it('waits in amber for a reason that one key gives', () => {
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.presses('4', 'Enter', '6', 'Enter');
    expect(clerk.state().doubt?.soft[0]?.sentence.vi).toContain('lớn hơn câu');
    clerk.presses('Enter', '7');
    expect(clerk.sees()).toBe(questions[1]?.number);
    clerk.presses('1', 'Enter');
    expect(clerk.answer('people_working')).toMatchObject({ value: 6, flag: { check: 'at-most' } });
    expect(clerk.sees()).toBe('saving');
  });

  it('takes the clerk’s own words, or is keyed again', () => {
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.presses('4', 'Enter', '6', 'Enter', 'Backspace', '0', '3');
    expect(clerk.sees()).toBe('end');
    clerk.presses('Backspace', '6', 'Enter', '3');
    clerk.writes('Có hai người ở trọ');
    expect(clerk.answer('people_working')).toMatchObject({ flag: { reason: 'Có hai người ở trọ' } });
  });

  it('that an earlier correction makes is found before saving', () => {
    const clerk = clerkAt(questions);
    clerk.takes(FIRST);
    clerk.presses('0', '4', '0', '3', 'ArrowUp', 'ArrowUp', '0', '2', 'ArrowDown');
    expect(clerk.sees()).toBe('end');
    expect(clerk.state().places).toMatchObject([{ path: 'people_working' }]);
    clerk.presses('Enter');
    expect(clerk.state().doubt).not.toBeNull();
    clerk.presses('2', 'Enter');
    expect(clerk.sees()).toBe('saving');
  });
});

describe('going about the sheet', () => {
  it('back with Backspace or ↑, to a question with /, a note with *, the keys with ?', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.presses('1', '2', '3', 'Backspace', 'ArrowUp');
    expect(clerk.sees()).toBe('2');
    clerk.presses('/');
    clerk.writes('11');
    expect(clerk.sees()).toBe('11');
    clerk.presses('/');
    clerk.writes('99');
    expect(clerk.state().problem?.vi).toBe('Phiếu không có câu “99”.');
    clerk.presses('Escape', '*');
    clerk.writes('Góc phiếu bị rách');
    expect(clerk.state()).toMatchObject({ note: 'Góc phiếu bị rách', panel: 'none' });
    clerk.presses('?', '1');
    expect([clerk.state().panel, clerk.sees()]).toEqual(['keys', '11']);
    clerk.presses('?');
    expect(clerk.state().panel).toBe('none');
  });

  it('with questions left out the sheet is not saved: the end names them and Enter goes there', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.presses('1', 'ArrowDown', ...'3451234512', 'Enter');
    expect(clerk.sees()).toBe('2');
    expect(clerk.state().problem?.vi).toContain('Câu 2 chưa nhập');
  });

  it('a sheet put aside is taken up at its first open question', () => {
    const clerk = clerkAt(twelve, { q1: { value: '1' }, q2: { missing: 'blank' } });
    clerk.takes(FIRST);
    expect(clerk.sees()).toBe('3');
  });

  it('an input method at work is left alone', () => {
    const clerk = clerkAt(twelve);
    clerk.takes(FIRST);
    clerk.composes('1');
    expect(clerk.sees()).toBe('1');
  });
});

describe('any keys at all', () => {
  const shipped = SHIPPED_QUESTIONNAIRES.map(
    (model) => [model.code, JSON.parse(JSON.stringify(paperQuestions(model))) as readonly PaperQuestion[]] as const,
  );
  it.each(shipped)('never leave the %s, and what is saved is always whole', (_, household) => {
    const key = fc.constantFrom(
      ...'0123456789.+-*/?',
      'Enter',
      'Backspace',
      'ArrowUp',
      'ArrowDown',
      'Escape',
      'F9',
      'a',
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 120 }), (keys) => {
        let now = 0;
        let state: Keying = keying(waitingForSheet, {
          kind: 'opened',
          sheet: { number: FIRST, questions: household, answers: {}, note: '', keystrokes: 0 },
          at: 0,
        });
        for (const each of keys) {
          now += 300;
          state = keying(state, { kind: 'key', key: each, at: now });
          expect(state.at).toBeGreaterThanOrEqual(0);
          expect(state.at).toBeLessThanOrEqual(household.length);
          for (const wish of state.wishes) {
            if (wish.kind === 'save') expect(requireAnswers(household, wish.answers) satisfies Answers).toBeDefined();
          }
        }
      }),
    );
  });
});
