import type { Sentence } from '@gandan/domain/errors';
import { PAPER_LAYOUTS, SUBJECTS } from '@gandan/domain/questionnaires';
import { error, type LintFinding } from './finding.ts';

/** More would not fit on two leaves in any way, and only cost time. */
export const MOST_QUESTIONS = 400;

type Raw = Readonly<Record<string, unknown>>;

const QUESTIONS = ['select_one', 'select_multiple', 'integer', 'decimal', 'date', 'text'];
const GROUPS = ['begin_group', 'begin_repeat'];

/**
 * Whether the value has the shape of a questionnaire at all: it may come from a file that somebody wrote by hand. What
 * passes can be read without fear; groups inside groups, and groups that contain themselves, do not pass.
 */
export function shapeFindings(model: unknown): readonly LintFinding[] {
  if (!isObject(model)) return [error('', NOT_A_MODEL)];
  const head = [
    ...(typeof model.code === 'string' ? [] : [error('code', TEXT_MISSING)]),
    ...labelShape('title', model.title),
    ...(['subtitle', 'instructions', 'notice'] as const).flatMap((key) => optionalLabel(key, model[key])),
    ...(model.subject === undefined || oneOf(SUBJECTS, model.subject) ? [] : [error('subject', UNKNOWN_SUBJECT)]),
    ...(model.paper === undefined || oneOf(PAPER_LAYOUTS, model.paper) ? [] : [error('paper', UNKNOWN_PAPER)]),
  ];
  const { items } = model;
  if (!Array.isArray(items) || items.length === 0) return [...head, error('items', NO_QUESTIONS)];
  const questions = items.reduce((sum: number, item) => sum + questionsIn(item), 0);
  if (questions > MOST_QUESTIONS) return [...head, error('items', tooMany(questions))];
  return [...head, ...items.flatMap((item, index) => itemShape(item, `items.${index}`, true))];
}

function questionsIn(item: unknown): number {
  if (!isObject(item) || !Array.isArray(item.items)) return 1;
  const times = item.type === 'begin_repeat' && typeof item.count === 'number' ? item.count : 1;
  return item.items.length * Math.max(1, times);
}

function itemShape(item: unknown, path: string, top: boolean): readonly LintFinding[] {
  if (!isObject(item)) return [error(path, NOT_AN_ITEM)];
  const type = String(item.type);
  const known = [...QUESTIONS, ...(top ? [...GROUPS, 'note'] : [])];
  if (!known.includes(type))
    return [error(path, GROUPS.includes(type) ? NESTED : type === 'note' ? NOTE_INSIDE : unknownType(type))];
  const own = [
    ...(typeof item.name === 'string' ? [] : [error(`${path}.name`, TEXT_MISSING)]),
    ...labelShape(`${path}.label`, item.label),
    ...optionalLabel(`${path}.hint`, item.hint),
    ...optionalLabel(`${path}.unit`, item.unit),
    ...relevantShape(`${path}.relevant`, item.relevant),
  ];
  switch (type) {
    case 'select_one':
    case 'select_multiple':
      return [...own, ...listShape(`${path}.choices`, item.choices, NO_CHOICES, choiceShape)];
    case 'integer':
      return [...own, ...countShape(`${path}.digits`, item.digits, 12, DIGITS)];
    case 'decimal':
      return [
        ...own,
        ...countShape(`${path}.digits`, item.digits, 12, DIGITS),
        ...countShape(`${path}.decimals`, item.decimals, 3, DECIMALS),
      ];
    case 'text':
      return [...own, ...countShape(`${path}.lines`, item.lines, 12, LINES)];
    case 'begin_group':
      return [
        ...own,
        ...listShape(`${path}.items`, item.items, EMPTY_GROUP, (child, at) => itemShape(child, at, false)),
      ];
    case 'begin_repeat':
      return [
        ...own,
        ...countShape(`${path}.count`, item.count, 20, REPEAT_COUNT),
        ...(item.rows === undefined
          ? []
          : listShape(`${path}.rows`, item.rows, NO_ROWS, (row, at) => labelShape(at, row))),
        ...listShape(`${path}.items`, item.items, EMPTY_GROUP, (child, at) => itemShape(child, at, false)),
      ];
    default:
      return own;
  }
}

function choiceShape(choice: unknown, path: string): readonly LintFinding[] {
  if (!isObject(choice)) return [error(path, NOT_A_CHOICE)];
  const name = typeof choice.name === 'string' ? [] : [error(`${path}.name`, TEXT_MISSING)];
  return [...name, ...labelShape(`${path}.label`, choice.label)];
}

function listShape(
  path: string,
  list: unknown,
  empty: Sentence,
  check: (entry: unknown, path: string) => readonly LintFinding[],
): readonly LintFinding[] {
  if (!Array.isArray(list) || list.length === 0) return [error(path, empty)];
  return list.flatMap((entry, index) => check(entry, `${path}.${index}`));
}

function countShape(path: string, value: unknown, most: number, sentence: Sentence): readonly LintFinding[] {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
    ? []
    : [error(path, sentence)];
}

function labelShape(path: string, label: unknown): readonly LintFinding[] {
  const fine =
    isObject(label) && typeof label.vi === 'string' && (label.en === undefined || typeof label.en === 'string');
  return fine ? [] : [error(path, TEXT_MISSING)];
}

function optionalLabel(path: string, label: unknown): readonly LintFinding[] {
  return label === undefined ? [] : labelShape(path, label);
}

function relevantShape(path: string, rule: unknown): readonly LintFinding[] {
  if (rule === undefined) return [];
  const fine =
    isObject(rule) &&
    typeof rule.question === 'string' &&
    Array.isArray(rule.choices) &&
    rule.choices.every((name) => typeof name === 'string');
  return fine ? [] : [error(path, BAD_RULE)];
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf(names: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && names.includes(value);
}

function unknownType(type: string): Sentence {
  const name = type.slice(0, 40);
  return {
    vi: `Không có loại câu “${name}”. Hãy dùng một trong: ${QUESTIONS.join(', ')}.`,
    en: `There is no kind of question “${name}”. Use one of: ${QUESTIONS.join(', ')}.`,
  };
}

function tooMany(count: number): Sentence {
  return {
    vi: `Phiếu có ${count} câu; hai tờ giấy chứa không quá ${MOST_QUESTIONS}. Hãy bớt câu hoặc chia thành nhiều phiếu.`,
    en: `The questionnaire has ${count} questions; two leaves hold ${MOST_QUESTIONS} at most. Ask less or make several sheets.`,
  };
}

const NOT_A_MODEL = { vi: 'Đây không phải là một mẫu phiếu.', en: 'This is not a questionnaire.' };
const NOT_AN_ITEM = { vi: 'Đây không phải là một câu hỏi.', en: 'This is not a question.' };
const NOT_A_CHOICE = { vi: 'Đây không phải là một ô chọn.', en: 'This is not an option.' };
const TEXT_MISSING = { vi: 'Chỗ này thiếu chữ. Hãy viết vào.', en: 'The words are missing here. Write them.' };
const NO_QUESTIONS = {
  vi: 'Phiếu chưa có câu nào. Hãy thêm câu.',
  en: 'The questionnaire has no question yet. Add one.',
};
const NO_CHOICES = { vi: 'Câu chọn chưa có ô nào. Hãy thêm ô.', en: 'The choice has no option yet. Add one.' };
const NO_ROWS = { vi: 'Bảng chưa có dòng nào. Hãy thêm dòng.', en: 'The table has no row yet. Add one.' };
const EMPTY_GROUP = { vi: 'Nhóm này chưa có câu nào.', en: 'This group has no question yet.' };
const NESTED = {
  vi: 'Nhóm nằm trong nhóm khác không vẽ được trên giấy. Hãy đưa nhóm này ra ngoài.',
  en: 'A group inside a group cannot be drawn on paper. Move it outside.',
};
const NOTE_INSIDE = {
  vi: 'Lời dẫn không đặt được trong nhóm. Hãy đưa ra trước nhóm.',
  en: 'A note cannot stand inside a group. Move it before the group.',
};
const BAD_RULE = {
  vi: 'Điều kiện phải nêu một câu đứng trước và các ô của câu đó.',
  en: 'A condition names an earlier question and options of it.',
};
const UNKNOWN_SUBJECT = {
  vi: `Phiếu phải nói về một trong: ${SUBJECTS.join(', ')}.`,
  en: `A sheet speaks of one of: ${SUBJECTS.join(', ')}.`,
};
const UNKNOWN_PAPER = {
  vi: `Khổ in phải là một trong: ${PAPER_LAYOUTS.join(', ')}.`,
  en: `The paper is one of: ${PAPER_LAYOUTS.join(', ')}.`,
};
const REPEAT_COUNT = { vi: 'Số lần lặp phải từ 1 đến 20.', en: 'A group repeats 1 to 20 times.' };
const DIGITS = { vi: 'Số ô chữ số phải từ 1 đến 12.', en: 'A number has 1 to 12 cells.' };
const DECIMALS = { vi: 'Số ô sau dấu phẩy phải từ 1 đến 3.', en: 'A number has 1 to 3 cells behind the comma.' };
const LINES = { vi: 'Số dòng viết phải từ 1 đến 12.', en: 'A text has 1 to 12 lines.' };
