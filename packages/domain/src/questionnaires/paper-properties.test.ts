import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '../entry/response.ts';
import {
  checkAnswer,
  isAsked,
  type PaperQuestion,
  paperBlocks,
  paperQuestions,
  QuestionnaireModelSchema,
} from './index.ts';
import { askedQuestions } from './skips.ts';
import { anyModel } from './testing.ts';

const filled = fc.tuple(anyModel(), fc.array(fc.nat(), { minLength: 1, maxLength: 60 })).map(([model, dice]) => {
  const questions = paperQuestions(model);
  const answers: Record<string, Answer> = {};
  let roll = 0;
  for (const question of questions) {
    const at = dice[roll % dice.length] ?? 0;
    roll += 1;
    if (isAsked(question, answers)) answers[question.name] = someAnswer(question, at);
    else answers[question.name] = { missing: 'skipped' };
  }
  return { questions, answers: answers as Answers };
});

describe('any questionnaire on paper', () => {
  it('is valid by the schema', () => {
    fc.assert(
      fc.property(anyModel(), (model) => {
        expect(QuestionnaireModelSchema.parse(model)).toEqual(model);
      }),
    );
  });

  it('gives every answer a name of its own, and each number to one question and the line behind its box', () => {
    fc.assert(
      fc.property(anyModel(), (model) => {
        const questions = paperQuestions(model);
        expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
        const own = questions.filter(({ specifies }) => specifies === undefined).map(({ number }) => number);
        expect(new Set(own).size).toBe(own.length);
      }),
    );
  });

  it('counts its blocks 1, 2, 3 without a gap', () => {
    fc.assert(
      fc.property(anyModel(), (model) => {
        const numbers = paperBlocks(model).flatMap((block) =>
          'number' in block ? [block.number] : block.kind === 'question' ? [block.question.number] : [],
        );
        expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
      }),
    );
  });

  it('asks a question only when the paper leads to it: its condition is marked, or not answered for sure', () => {
    fc.assert(
      fc.property(filled, ({ questions, answers }) => {
        for (const question of askedQuestions(questions, answers)) {
          const group = question.group?.type === 'begin_group' ? question.group.relevant : undefined;
          for (const rule of [question.item.relevant, group]) {
            if (rule === undefined) continue;
            const source = question.specifies ?? rule.question;
            const answer = answers[source];
            if (answer === undefined) throw new Error(`${source} has no answer`);
            if ('missing' in answer) expect(answer.missing).not.toBe('skipped');
            else expect([answer.value].flat().some((name) => rule.choices.includes(String(name)))).toBe(true);
          }
        }
      }),
    );
  });

  it('asks fewer questions the more is answered, never another one', () => {
    fc.assert(
      fc.property(filled, fc.nat(40), ({ questions, answers }, n) => {
        const some = Object.fromEntries(Object.entries(answers).slice(0, n));
        const early = new Set(askedQuestions(questions, some).map(({ name }) => name));
        for (const { name } of askedQuestions(questions, answers)) expect(early).toContain(name);
        expect(askedQuestions(questions, {})).toEqual(questions);
      }),
    );
  });

  it('takes what was written as it stands: an answer to an asked question is never refused', () => {
    fc.assert(
      fc.property(filled, ({ questions, answers }) => {
        for (const question of questions) {
          const answer = answers[question.name];
          if (answer === undefined) throw new Error(`${question.name} has no answer`);
          expect(checkAnswer(question, answer, answers, questions).hard).toEqual([]);
        }
      }),
    );
  });
});

function someAnswer({ item }: PaperQuestion, dice: number): Answer {
  if (dice % 5 === 0) return { missing: dice % 2 === 0 ? 'blank' : 'illegible' };
  switch (item.type) {
    case 'select_one':
      return { value: item.choices[dice % item.choices.length]?.name ?? '1' };
    case 'select_multiple':
      return {
        value: item.choices.filter((_, index) => index === 0 || (dice >> index) % 2 === 1).map(({ name }) => name),
      };
    case 'integer':
      return { value: dice % 1_000_000 };
    case 'decimal':
      return { value: (dice % 100_000) / 1000 };
    case 'date':
      return { value: `20${String(10 + (dice % 80))}-0${1 + (dice % 9)}-15` };
    case 'text':
      return { value: 'Nước yếu' };
  }
}
