import type { ErrorPlace, Sentence } from '@gandan/domain/errors';
import {
  type Choice,
  type Item,
  type Label,
  paperQuestions,
  type Question,
  type QuestionnaireModel,
} from '@gandan/domain/questionnaires';
import { nameCharacter, unprintable } from '../pdf/index.ts';
import { optionWidth } from './answers.ts';
import { frameOverflow } from './sheet-frame.ts';
import { SHEET } from './sheet-profile.ts';
import { skipMarks, type UndrawableSkip } from './skip-marks.ts';

/** Something that cannot be drawn on paper, with its place in the model (`items.3.choices.0`). */
export type LintFinding = ErrorPlace & { readonly path: string };

const MOST_CHOICES = 30;
const MOST_COLUMNS = 8;

/** Everything that keeps a questionnaire from being printed, all at once, each with its place; empty when it can be. */
export function lintForm(model: QuestionnaireModel): readonly LintFinding[] {
  return [
    ...labelFindings('title', model.title),
    ...(model.notice === undefined ? [] : labelFindings('notice', model.notice)),
    ...(model.instructions === undefined ? [] : labelFindings('instructions', model.instructions)),
    ...frameOverflow(model).map((path) => finding(path, FRAME_LONG)),
    ...model.items.flatMap((item, index) => itemFindings(item, `items.${index}`)),
    ...nameFindings(model),
    ...skipMarks(paperQuestions(model)).undrawable.map((skip) => skipFinding(skip, model)),
  ];
}

function itemFindings(item: Item, path: string): readonly LintFinding[] {
  const own = labelFindings(`${path}.label`, item.label);
  switch (item.type) {
    case 'note':
      return own;
    case 'begin_group':
    case 'begin_repeat': {
      const children = item.items.flatMap((child, index) => questionFindings(child, `${path}.items.${index}`));
      if (item.items.length === 0) return [...own, finding(path, EMPTY_GROUP)];
      if (item.type === 'begin_repeat') {
        return item.count >= 1 && item.count <= 9
          ? [...own, ...children]
          : [...own, ...children, finding(path, REPEAT_COUNT)];
      }
      return [...own, ...children, ...(item.appearance === 'table-list' ? matrixFindings(item.items, path) : [])];
    }
    default:
      return questionFindings(item, path);
  }
}

function questionFindings(item: Question, path: string): readonly LintFinding[] {
  const own = [
    ...labelFindings(`${path}.label`, item.label),
    ...(item.hint === undefined ? [] : labelFindings(`${path}.hint`, item.hint)),
  ];
  switch (item.type) {
    case 'integer':
      return item.digits >= 1 && item.digits <= 12 ? own : [...own, finding(`${path}.digits`, DIGITS)];
    case 'decimal':
      return item.digits >= 1 && item.digits <= 12 && item.decimals >= 1 && item.decimals <= 3
        ? own
        : [...own, finding(`${path}.digits`, DIGITS)];
    case 'date':
      return own;
    case 'text':
      return item.lines >= 1 && item.lines <= 12 ? own : [...own, finding(`${path}.lines`, LINES)];
    default:
      return [...own, ...choiceFindings(item.choices, `${path}.choices`)];
  }
}

function choiceFindings(choices: readonly Choice[], path: string): readonly LintFinding[] {
  const findings = choices.flatMap((choice, index) => {
    const place = `${path}.${index}`;
    const wide = optionWidth(choice, undefined) > SHEET.content.w;
    return [
      ...labelFindings(`${place}.label`, choice.label),
      ...(/^[1-9]\d?$/.test(choice.name) ? [] : [finding(`${place}.name`, CHOICE_CODE)]),
      ...(wide ? [finding(`${place}.label`, CHOICE_WIDE)] : []),
    ];
  });
  if (new Set(choices.map(({ name }) => name)).size < choices.length) findings.push(finding(path, CHOICE_TWICE));
  if (choices.length < 1 || choices.length > MOST_CHOICES) findings.push(finding(path, CHOICE_COUNT));
  return findings;
}

function matrixFindings(items: readonly Question[], path: string): readonly LintFinding[] {
  const key = (item: Question) => (item.type === 'select_one' ? JSON.stringify(item.choices) : null);
  const [first] = items;
  const findings = items.flatMap((item, index) =>
    item.type === 'select_one' && first !== undefined && key(item) === key(first)
      ? []
      : [finding(`${path}.items.${index}`, MATRIX_CHILD)],
  );
  const columns = first?.type === 'select_one' ? first.choices.length : 0;
  return columns > MOST_COLUMNS ? [...findings, finding(path, MATRIX_COLUMNS)] : findings;
}

function nameFindings(model: QuestionnaireModel): readonly LintFinding[] {
  const seen = new Set<string>();
  return model.items.flatMap((item, index) => {
    const children = item.type === 'begin_group' || item.type === 'begin_repeat' ? item.items : [];
    // A repetition's children are named after it, so only the group's children share the form's names.
    const prefix = item.type === 'begin_repeat' ? `${item.name}_*_` : '';
    const named = [
      { name: item.name, path: `items.${index}.name` },
      ...children.map((child, at) => ({ name: prefix + child.name, path: `items.${index}.items.${at}.name` })),
    ];
    return named.flatMap(({ name, path }) => {
      const bare = name.replace(/^.*\*_/, '');
      const bad = !/^[a-z][a-z0-9_]*$/.test(bare);
      const twice = seen.has(name);
      seen.add(name);
      return bad ? [finding(path, NAME_FORM)] : twice ? [finding(path, NAME_TWICE)] : [];
    });
  });
}

function labelFindings(path: string, label: Label): readonly LintFinding[] {
  if (label.vi.trim() === '') return [finding(path, LABEL_EMPTY)];
  const [bad] = unprintable(label.vi);
  if (bad === undefined) return [];
  return [
    finding(path, {
      vi: `Ký tự ${nameCharacter(bad)} không in được. Hãy xóa hoặc thay ký tự khác.`,
      en: `The character ${nameCharacter(bad)} cannot be printed. Remove or replace it.`,
    }),
  ];
}

function skipFinding({ question, rule, reason }: UndrawableSkip, model: QuestionnaireModel): LintFinding {
  const { number } = question;
  const why: Readonly<Record<UndrawableSkip['reason'], Sentence>> = {
    unknown: {
      vi: `không có câu “${rule.question}” trên phiếu`,
      en: `there is no question “${rule.question}” on the sheet`,
    },
    'not-earlier': { vi: 'câu điều kiện phải đứng trước', en: 'the condition must come before' },
    'not-single': { vi: 'câu điều kiện phải là câu chọn một ô', en: 'the condition must be a single choice' },
    'unknown-choice': { vi: 'ô điều kiện không có trong câu đó', en: 'that question has no such option' },
    'not-adjacent': {
      vi: 'trên giấy chỉ bỏ qua được các câu đứng liền sau câu điều kiện',
      en: 'on paper only the questions right after the condition can be skipped',
    },
  };
  return finding(pathOf(question.item.name, model), {
    vi: `Câu ${number} không vẽ được bước nhảy: ${why[reason].vi}.`,
    en: `The skip to question ${number} cannot be drawn: ${why[reason].en}.`,
  });
}

function pathOf(name: string, model: QuestionnaireModel): string {
  for (const [index, item] of model.items.entries()) {
    if (item.name === name) return `items.${index}.relevant`;
    const children = item.type === 'begin_group' || item.type === 'begin_repeat' ? item.items : [];
    const at = children.findIndex((child) => child.name === name);
    if (at >= 0) return `items.${index}.items.${at}.relevant`;
  }
  return 'items';
}

function finding(path: string, sentence: Sentence): LintFinding {
  return { path, sentence };
}

const FRAME_LONG = {
  vi: 'Lời này dài quá chỗ dành cho nó trên phiếu. Hãy viết ngắn lại.',
  en: 'These words are too long for their place on the sheet. Make them shorter.',
};
const EMPTY_GROUP = { vi: 'Nhóm này chưa có câu nào.', en: 'This group has no question yet.' };
const REPEAT_COUNT = { vi: 'Số lần lặp phải từ 1 đến 9.', en: 'A group repeats 1 to 9 times.' };
const DIGITS = { vi: 'Số ô chữ số phải từ 1 đến 12.', en: 'A number has 1 to 12 cells.' };
const LINES = { vi: 'Số dòng viết phải từ 1 đến 12.', en: 'A text has 1 to 12 lines.' };
const CHOICE_CODE = {
  vi: 'Mã của ô phải là số từ 1 đến 99, vì đó là phím người nhập bấm.',
  en: 'The code of an option is a number from 1 to 99: it is the key that the clerk presses.',
};
const CHOICE_WIDE = {
  vi: 'Chữ của ô này dài hơn một dòng trên giấy. Hãy viết ngắn lại.',
  en: 'The words of this option are longer than a line on paper. Make them shorter.',
};
const CHOICE_TWICE = { vi: 'Hai ô có cùng một mã.', en: 'Two options have the same code.' };
const CHOICE_COUNT = {
  vi: `Câu chọn phải có từ 1 đến ${MOST_CHOICES} ô.`,
  en: `A choice has 1 to ${MOST_CHOICES} options.`,
};
const MATRIX_CHILD = {
  vi: 'Mỗi dòng của bảng phải là câu chọn một ô, với cùng các ô như dòng đầu.',
  en: 'Each row of a matrix is a single choice over the options of the first row.',
};
const MATRIX_COLUMNS = {
  vi: `Bảng chỉ có chỗ cho ${MOST_COLUMNS} cột.`,
  en: `A matrix has room for ${MOST_COLUMNS} columns.`,
};
const NAME_FORM = {
  vi: 'Tên câu chỉ gồm chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ.',
  en: 'A name is lower case letters, digits and underscores, a letter first.',
};
const NAME_TWICE = { vi: 'Hai mục có cùng một tên.', en: 'Two items have the same name.' };
const LABEL_EMPTY = { vi: 'Chưa có lời tiếng Việt.', en: 'The Vietnamese words are missing.' };
