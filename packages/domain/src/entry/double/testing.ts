import { askedQuestions, type PaperQuestion } from '../../questionnaires/index.ts';
import type { Answer, Answers } from '../response.ts';

/** For tests: numbers between 0 and 1 that come in the same order every time. */
export type Chance = () => number;

/** mulberry32: small, and good enough to seed errors with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** For tests: what a household may have written on its sheet; skipped questions are left out. */
export function writtenSheet(questions: readonly PaperQuestion[], chance: Chance): Answers {
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    const asked = askedQuestions(questions, answers).includes(question);
    answers[question.name] = asked ? written(question, chance) : { missing: 'skipped' };
  }
  return answers;
}

/** For tests: the same answer as a hasty keyer puts it down, always another one. */
export function slipped(question: PaperQuestion, answer: Answer, chance: Chance): Answer {
  const { item } = question;
  if ('missing' in answer) return answer.missing === 'blank' ? { missing: 'illegible' } : { missing: 'blank' };
  const { value } = answer;
  // One slip in ten is a line left out, the others are a neighbouring key.
  if (chance() < 0.1) return { missing: 'blank' };
  switch (item.type) {
    case 'select_one': {
      const others = item.choices.filter((choice) => choice.name !== value);
      return { value: pick(others, chance)?.name ?? '1' };
    }
    case 'select_multiple': {
      const marked = value as readonly string[];
      const slip = pick(item.choices, chance)?.name ?? '1';
      const after = marked.includes(slip) ? marked.filter((name) => name !== slip) : [...marked, slip];
      return after.length === 0 ? { missing: 'blank' } : { value: after };
    }
    case 'integer':
    case 'decimal':
      return { value: Number(value) + 1 + Math.floor(chance() * 8) };
    case 'date':
      return { value: `2026-01-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}` };
    case 'text':
      return { value: `${value} ${pick(['thử', 'ví dụ', 'mẫu'], chance)}` };
  }
}

function written({ item }: PaperQuestion, chance: Chance): Answer {
  if (chance() < 0.05) return { missing: 'blank' };
  switch (item.type) {
    case 'select_one':
      return { value: pick(item.choices, chance)?.name ?? '1' };
    case 'select_multiple':
      return { value: item.choices.filter((_, index) => index === 0 || chance() < 0.3).map((choice) => choice.name) };
    case 'integer':
    case 'decimal':
      return { value: 1 + Math.floor(chance() * 8) };
    case 'date':
      return { value: '2026-02-14' };
    case 'text':
      return chance() < 0.5 ? { missing: 'blank' } : { value: 'Đèn đường hỏng' };
  }
}

function pick<T>(list: readonly T[], chance: Chance): T | undefined {
  return list[Math.floor(chance() * list.length)];
}
