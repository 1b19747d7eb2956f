import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../errors/index.ts';
import {
  HOUSEHOLD_QUESTIONNAIRE,
  type PaperQuestion,
  paperQuestions,
  type Question,
} from '../../questionnaires/index.ts';
import { anyModel } from '../../questionnaires/testing.ts';
import { completeAnswers } from '../check-response.ts';
import type { Answers } from '../response.ts';
import {
  adjudicate,
  differences,
  errorRates,
  evaluatedQuestions,
  lotOf,
  rateOf,
  readTogether,
  requireOtherKeyer,
  requireThirdPerson,
  secondKeyingOf,
  toDecide,
} from './index.ts';
import { chanceOf, slipped, writtenSheet } from './testing.ts';

const yesNo = [
  { name: '1', label: { vi: 'Có' } },
  { name: '2', label: { vi: 'Không' } },
];
const paper = (items: readonly Question[]): readonly PaperQuestion[] =>
  items.map((item, index) => ({ name: item.name, number: String(index + 1), item }));
const questions = paper([
  { type: 'integer', name: 'people', label: { vi: 'Nhân khẩu' }, digits: 2, constraint: { max: 20 } },
  { type: 'select_one', name: 'school', label: { vi: 'Có trẻ nghỉ học' }, choices: yesNo },
  { type: 'text', name: 'why', label: { vi: 'Lý do' }, lines: 1, relevant: { question: 'school', choices: ['1'] } },
  { type: 'select_multiple', name: 'told', label: { vi: 'Được báo' }, choices: yesNo, tags: ['gop'] },
]);
const first: Answers = completeAnswers(questions, {
  people: { value: 4 },
  school: { value: '2' },
  told: { value: ['1', '2'] },
});
const names = (list: readonly PaperQuestion[]) => list.map((question) => question.name);

describe('the draw', () => {
  const lots = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const shares = fc.integer({ min: 0, max: 100 });

  it('takes no sheet at 0 and every sheet at 100, and a larger share keeps what a smaller one drew', () => {
    fc.assert(
      fc.property(lots, shares, shares, (lot, a, b) => {
        const drawn = (share: number) => secondKeyingOf({ share, evaluated: false }, lot, questions) === 'all';
        expect(drawn(0)).toBe(false);
        expect(drawn(100)).toBe(true);
        if (drawn(Math.min(a, b))) expect(drawn(Math.max(a, b))).toBe(true);
      }),
    );
  });

  it('reads the lot from the first bytes of a hash, also in the middle of a buffer', () => {
    expect(lotOf(Uint8Array.of(0, 0, 0, 0))).toBe(0);
    expect(lotOf(Uint8Array.of(255, 255, 255, 255))).toBeLessThan(1);
    expect(lotOf(Uint8Array.of(9, 9, 128, 0, 0, 0).subarray(2))).toBe(0.5);
  });

  it('has the questions that feed an evaluation keyed twice on the sheets that are not drawn', () => {
    expect(secondKeyingOf({ share: 20, evaluated: true }, 0.1, questions)).toBe('all');
    expect(secondKeyingOf({ share: 20, evaluated: true }, 0.9, questions)).toEqual(['told']);
    expect(secondKeyingOf({ share: 0, evaluated: true }, 0.9, questions.slice(0, 3))).toBe('none');
  });
});

describe('the questions keyed twice', () => {
  it('of the household sheet are what the cadre told and was asked, and the petitions', () => {
    const evaluated = names(evaluatedQuestions(paperQuestions(HOUSEHOLD_QUESTIONNAIRE)));
    expect(evaluated).toEqual(expect.arrayContaining(['told', 'channels', 'petition_1_content', 'petition_3_field']));
    expect(evaluated).not.toContain('income');
    expect(evaluated).not.toContain('consent');
  });

  it('bring along what decides whether they are asked, and what hangs on them when they are read again', () => {
    expect(names(readTogether(questions, ['why']))).toEqual(['school', 'why']);
    expect(names(readTogether(questions, ['school']))).toEqual(['school', 'why']);
    expect(names(readTogether(questions, ['people']))).toEqual(['people']);
  });

  it('can be keyed by themselves in any questionnaire: no skip of theirs points outside', () => {
    fc.assert(
      fc.property(anyModel(), fc.nat(), (model, seed) => {
        const all = paperQuestions(model);
        const chance = chanceOf(seed);
        const wanted = names(all).filter(() => chance() < 0.3);
        const part = readTogether(all, wanted);
        const sheet = writtenSheet(all, chance);
        const taken = Object.fromEntries(part.map(({ name }) => [name, sheet[name]])) as Answers;
        expect(completeAnswers(part, taken)).toEqual(
          Object.fromEntries(Object.entries(completeAnswers(all, sheet)).filter(([name]) => name in taken)),
        );
      }),
    );
  });
});

describe('two keyings', () => {
  it('agree whatever the order of the marks, and whatever the commas and capitals of what was written', () => {
    const text = (value: string): Answers => ({ ...first, school: { value: '1' }, why: { value } });
    expect(differences(questions, first, { ...first, told: { value: ['2', '1'] } })).toEqual([]);
    expect(differences(questions, text('Nhà xa, đường lầy.'), text('nhà xa  đường lầy'))).toEqual([]);
    expect(names(differences(questions, text('Nhà xa'), text('Nhà xá')))).toEqual(['why']);
  });

  it('differ in every answer that one of them slipped on', () => {
    fc.assert(
      fc.property(anyModel(), fc.nat(), (model, seed) => {
        const all = paperQuestions(model);
        const chance = chanceOf(seed);
        const sheet = writtenSheet(all, chance);
        const wrong = all
          .filter(() => chance() < 0.2)
          .filter((each) => !('choices' in each.item && each.item.choices.length < 2));
        const slips = wrong.map(({ name }, index) => {
          const question = wrong[index] as PaperQuestion;
          return [name, slipped(question, sheet[name] ?? { missing: 'blank' }, chance)] as const;
        });
        const found = names(differences(all, sheet, { ...sheet, ...Object.fromEntries(slips) }));
        const changed = slips.filter(([name, answer]) => JSON.stringify(answer) !== JSON.stringify(sheet[name]));
        expect(found).toEqual(changed.map(([name]) => name));
      }),
    );
  });
});

describe('the third person', () => {
  const second = completeAnswers(questions, {
    people: { value: 7 },
    school: { value: '2' },
    told: { value: ['1'] },
  });
  const refusal = (verdicts: Parameters<typeof adjudicate>[4]) => {
    try {
      adjudicate(questions, questions, first, second, verdicts);
    } catch (error) {
      if (error instanceof DomainError) return error.places.map((place) => place.path);
    }
    return null;
  };

  it('decides every difference and nothing else; a third value says why', () => {
    expect(refusal([{ question: 'people', chosen: 'first' }])).toEqual(['told']);
    const both = [{ question: 'people', chosen: 'second' } as const, { question: 'told', chosen: 'second' } as const];
    expect(refusal([...both, { question: 'school', chosen: 'first' }])).toEqual(['school']);
    expect(
      refusal([{ question: 'people', chosen: 'third', answer: { value: 5 }, reason: ' ' }, ...both.slice(1)]),
    ).toEqual(['people']);
    expect(refusal([...both, ...both])).not.toBeNull();
    expect(adjudicate(questions, questions, first, second, both)).toMatchObject({
      people: { value: 7 },
      told: { value: ['1'] },
      school: { value: '2' },
    });
  });

  it('gives the reason to a value that is out of range', () => {
    const verdicts = [
      { question: 'people', chosen: 'third', answer: { value: 31 }, reason: 'Khu nhà trọ' } as const,
      { question: 'told', chosen: 'first' } as const,
    ];
    expect(adjudicate(questions, questions, first, second, verdicts).people).toEqual({
      value: 31,
      flag: { check: 'range', reason: 'Khu nhà trọ' },
    });
  });

  it('is asked for what both keyers passed over when the sheet turns out to ask it', () => {
    const twice = questions.filter(({ name }) => name === 'school');
    const other: Answers = { school: { value: '1' } };
    const verdict = { question: 'school', chosen: 'second' } as const;
    expect(names(toDecide(questions, twice, first, other, [verdict]))).toEqual(['school', 'why']);
    const why = { question: 'why', chosen: 'third', answer: { value: 'Đi làm' }, reason: 'Có ghi trên phiếu' } as const;
    expect(adjudicate(questions, twice, first, other, [verdict, why]).why).toEqual({ value: 'Đi làm' });
  });
});

describe('who may', () => {
  it('key a second time: not whoever keyed it; decide: neither of the two', () => {
    expect(() => requireOtherKeyer('PL-000412-7K', ['an'], 'binh')).not.toThrow();
    expect(() => requireOtherKeyer('PL-000412-7K', ['an'], 'an')).toThrow(/Lần hai|keyed/);
    expect(() => requireThirdPerson('PL-000412-7K', ['an', 'binh'], 'binh')).toThrow();
  });
});

describe('error rates', () => {
  it('come with n and an interval that is honest at the ends', () => {
    expect(rateOf(0, 0)).toEqual({ n: 0, errors: 0, low: 0, high: 1 });
    const none = rateOf(0, 100);
    expect([none.low, Math.round(none.high * 1000)]).toEqual([0, 37]);
    const some = rateOf(29, 10_000);
    expect([Math.round(some.low * 1e5), Math.round(some.high * 1e5)]).toEqual([202, 416]);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (errors, more) => {
        const n = errors + more;
        const { low, high } = rateOf(errors, n);
        if (n > 0) expect(low <= errors / n && errors / n <= high && low >= 0 && high <= 1).toBe(true);
      }),
    );
  });

  it('count a difference for its question at once, and for a person only when it is known who was wrong', () => {
    const second = { ...first, people: { value: 7 } };
    const sheet = { questions, first: { by: 'an', answers: first }, second: { by: 'binh', answers: second } };
    const rates = errorRates([
      { ...sheet, holds: second },
      { ...sheet, holds: null },
    ]);
    expect(rates.all).toMatchObject({ n: 8, errors: 2 });
    expect(rates.questions[0]).toMatchObject({ name: 'people', number: '1', rate: { n: 2, errors: 2 } });
    expect(rates.clerks).toMatchObject([
      { by: 'an', rate: { n: 4, errors: 1 } },
      { by: 'binh', rate: { n: 4, errors: 0 } },
    ]);
  });
});
