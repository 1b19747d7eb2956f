import { describe, expect, it } from 'vitest';
import { HOUSEHOLD_QUESTIONNAIRE, type PaperQuestion, paperQuestions } from '../../questionnaires/index.ts';
import type { Answer, Answers } from '../response.ts';
import { applyVerdicts, type Verdict } from './adjudicate.ts';
import { differences, saysTheSame } from './compare.ts';
import { type Chance, chanceOf, slipped, writtenSheet } from './testing.ts';

/** Published errors of single keying by 10,000 fields: pooled 29, the worst study 65. */
const POOLED = 0.0029;
const WORST = 0.0065;
const questions = paperQuestions(HOUSEHOLD_QUESTIONNAIRE);

function keyed(paper: Answers, rate: number, chance: Chance): Answers {
  return Object.fromEntries(
    questions.map((question): [string, Answer] => {
      const answer = paper[question.name] ?? { missing: 'blank' };
      return [question.name, chance() < rate ? slipped(question, answer, chance) : answer];
    }),
  );
}

const wrongIn = (answers: Answers, paper: Answers) =>
  questions.filter((question) => !saysTheSame(question, answers[question.name], paper[question.name]));

/** A season of sheets: two people key each, the second reads again what differs, a third decides what still does. */
function season(sheets: number, rate: number, seed: number) {
  const chance = chanceOf(seed);
  const figures = { fields: 0, seeded: 0, found: 0, left: 0, decided: 0 };
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const paper = writtenSheet(questions, chance);
    const first = keyed(paper, rate, chance);
    const second = keyed(paper, rate, chance);
    const differing = differences(questions, first, second);
    const seeded = wrongIn(first, paper);
    // Whoever reads again, or decides, slips as often as anybody.
    const again = (question: PaperQuestion): Answer => {
      const answer = paper[question.name] ?? { missing: 'blank' };
      return chance() < rate ? slipped(question, answer, chance) : answer;
    };
    const reread = { ...second, ...Object.fromEntries(differing.map((each) => [each.name, again(each)])) };
    const open = differences(questions, first, reread);
    const verdicts = open.map((each): Verdict => {
      return { question: each.name, chosen: 'third', answer: again(each), reason: 'Đọc trên phiếu' };
    });
    const after = applyVerdicts(first, reread, verdicts);
    figures.fields += questions.length;
    figures.seeded += seeded.length;
    figures.found += seeded.filter((question) => differing.includes(question)).length;
    figures.decided += open.length;
    figures.left += wrongIn(after, paper).length;
  }
  return figures;
}

describe('double entry over a season of 10,000 sheets', () => {
  it.each([
    { name: 'the pooled published rate', rate: POOLED },
    { name: 'the worst published rate', rate: WORST },
  ])('finds at least 99 % of the errors seeded at $name, and leaves fewer than two fields in 10,000', ({ rate }) => {
    const { fields, seeded, found, left, decided } = season(10_000, rate, 20_261_124);
    expect(seeded / fields).toBeCloseTo(rate, 3);
    expect(seeded).toBeGreaterThan(500);
    expect(found / seeded).toBeGreaterThanOrEqual(0.99);
    expect(left / fields).toBeLessThan(0.0002);
    // Most of what is decided was the first keyer's error: what the second one slipped on he has put right himself.
    expect(decided).toBeGreaterThan(seeded * 0.9);
  });
});
