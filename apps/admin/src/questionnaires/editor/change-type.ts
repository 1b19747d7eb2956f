import type { Question } from '@gandan/domain/questionnaires';
import { coded, type QuestionType } from './blanks.ts';

/**
 * The question as another kind, keeping what the kind can hold: its words always, boxes between one and several, cells
 * and limits between numbers. What it cannot hold comes back with undo.
 */
export function changeType(question: Question, type: QuestionType): Question {
  if (question.type === type) return question;
  const { name, label, hint, required, relevant, sensitive, tags } = question;
  const base = {
    name,
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(required === undefined ? {} : { required }),
    ...(relevant === undefined ? {} : { relevant }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(tags === undefined ? {} : { tags }),
  };
  const number = question.type === 'integer' || question.type === 'decimal' ? question : undefined;
  const unit = number?.unit === undefined ? {} : { unit: number.unit };
  const limits = number?.constraint === undefined ? {} : { constraint: number.constraint };
  switch (type) {
    case 'select_one':
    case 'select_multiple':
      return {
        type,
        ...base,
        choices: 'choices' in question ? question.choices : coded({ vi: 'Có', en: 'Yes' }, { vi: 'Không', en: 'No' }),
      };
    case 'integer':
      return { type, ...base, digits: number?.digits ?? 2, ...unit, ...whole(limits) };
    case 'decimal':
      return { type, ...base, digits: number?.digits ?? 3, decimals: 1, ...unit, ...limits };
    case 'date':
      return { type, ...base };
    case 'text':
      return { type, ...base, lines: 2 };
  }
}

type Limits = { readonly constraint?: NonNullable<Extract<Question, { type: 'integer' }>['constraint']> };

function whole({ constraint }: Limits): Limits {
  if (constraint === undefined) return {};
  const { min, max, ...rest } = constraint;
  return {
    constraint: {
      ...rest,
      ...(min === undefined ? {} : { min: Math.floor(min) }),
      ...(max === undefined ? {} : { max: Math.ceil(max) }),
    },
  };
}
