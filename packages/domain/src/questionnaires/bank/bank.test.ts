import { describe, expect, it } from 'vitest';
import {
  ANSWER_SCALES,
  FRAMEWORK_TAGS,
  type Item,
  paperQuestions,
  QUESTION_BANK,
  type QuestionnaireModel,
  QuestionnaireModelSchema,
  tagsOf,
} from '../index.ts';

const formOf = (items: readonly Item[]): QuestionnaireModel => ({ code: 'kho', title: { vi: 'KHO CÂU HỎI' }, items });

describe.each(QUESTION_BANK.map((area) => [area.label.vi, area] as const))('the bank on %s', (_, area) => {
  const form = formOf(area.items);

  it('has five to nine questions that are valid as they are', () => {
    expect(area.items.length).toBeGreaterThanOrEqual(5);
    expect(area.items.length).toBeLessThanOrEqual(9);
    expect(QuestionnaireModelSchema.parse(form)).toEqual(form);
  });

  it('is tagged and bilingual throughout', () => {
    const known = new Set(FRAMEWORK_TAGS.map(({ code }) => code));
    for (const question of paperQuestions(form)) {
      if (question.specifies === undefined) expect(tagsOf(question).some((tag) => known.has(tag))).toBe(true);
    }
    expect(JSON.stringify(area).match(/"vi":/g)?.length).toBe(JSON.stringify(area).match(/"en":/g)?.length);
  });

  it('writes only letters and signs that the sheet’s typeface has', () => {
    expect(JSON.stringify(area)).toMatch(/^[\p{Script=Latin}\p{N} .,:;?()[\]{}"“”’–\-²_/]*$/u);
  });

  it('asks nothing about belief, opinion, origin, illness or money in đồng', () => {
    expect(JSON.stringify(area.items)).not.toMatch(
      /tôn giáo|tín ngưỡng|dân tộc|chính kiến|đảng viên|bầu cử|bệnh gì|thu nhập|tiền lương|nợ |hôn nhân|quan điểm/i,
    );
  });
});

it('no two questions of the bank share a name, so that an office may take all of them', () => {
  const names = QUESTION_BANK.flatMap(({ items }) => items).flatMap((item) => [
    item.name,
    ...('items' in item ? item.items.map(({ name }) => name) : []),
  ]);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(QUESTION_BANK.map(({ key }) => key)).size).toBe(9);
});

it('scales have codes 1, 2, 3 … and a key each', () => {
  expect(new Set(ANSWER_SCALES.map(({ key }) => key)).size).toBe(ANSWER_SCALES.length);
  for (const { choices } of ANSWER_SCALES) {
    expect(choices.map(({ name }) => name)).toEqual(choices.map((_, index) => String(index + 1)));
  }
});
