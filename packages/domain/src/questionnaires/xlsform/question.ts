import type { Label, Question } from '../model.ts';
import { readDateConstraint, readNumberConstraint } from './constraint.ts';
import { type FormReading, labelOf, placeOf } from './form.ts';
import { MOST_DIGITS, MOST_LINES } from './limits.ts';
import { blanks, own, ownFlag, ownLabel, ownNumber, ownTags } from './own.ts';
import { quoted } from './report.ts';
import { ranked, select } from './select.ts';
import { cell, type Row } from './sheet.ts';
import type { RowType } from './types.ts';

/** A question of one row, its names in the form for conditions, and which of its cells are carried by it. */
export interface BuiltQuestion {
  readonly question: Question;
  readonly codes?: ReadonlyMap<string, readonly string[]>;
  readonly carried: readonly string[];
}

type Asked = Exclude<RowType, { as: 'left' | 'machine' | 'begin' | 'end' | 'unknown' | 'note' }>;

/** Cells of comb for a number whose form says no upper bound. */
const USUAL_DIGITS = 6;

/** Builds the question of a row; undefined when it cannot be (its reason is in the report then). */
export function buildQuestion(
  form: FormReading,
  row: Row,
  type: Asked,
  name: string,
  words: readonly string[],
): BuiltQuestion | undefined {
  const base = baseOf(form, row, name);
  if (base === undefined) return undefined;
  switch (type.as) {
    case 'select_one':
    case 'select_multiple':
      return select(form, row, type.as, type.list, type.orOther, base);
    case 'rank':
      return ranked(form, row, type.list, base);
    case 'integer':
    case 'decimal':
      return number(form, row, type.as, base);
    case 'bounded': {
      const digits = String(type.max).length;
      return { question: { ...base, type: 'integer', digits, constraint: { min: 0, max: type.max } }, carried: [] };
    }
    case 'range':
      return range(form, row, base);
    case 'date':
      return words.includes('year') ? year(form, row, base) : date(form, row, base);
    case 'acknowledge':
      form.report.info(
        placeOf(form, row, 'type'),
        'acknowledge',
        'Nút xác nhận được in thành một ô đánh dấu.',
        'The acknowledgement is printed as one box to mark.',
      );
      return { question: { ...base, type: 'select_one', choices: [{ name: '1', label: ACKNOWLEDGED }] }, carried: [] };
    case 'picture':
      return words.includes('signature') ? { question: { ...base, type: 'text', lines: 2 }, carried: [] } : undefined;
    case 'line':
      form.report.warning(
        placeOf(form, row, 'type'),
        cell(form.table, row, 'type'),
        `“${quoted(base.label.vi)}”: ${type.told.vi}.`,
        `“${quoted(base.label.vi)}”: ${type.told.en}.`,
      );
      return { question: { ...base, type: 'text', lines: 1 }, carried: [] };
    case 'text':
      return text(form, row, base, words);
  }
}

const ACKNOWLEDGED: Label = { vi: 'Đã xem, đồng ý', en: 'Seen and agreed' };

export type Base = Omit<Extract<Question, { type: 'text' }>, 'type' | 'lines'>;

function baseOf(form: FormReading, row: Row, name: string): Base | undefined {
  const label = labelOf(form, row, 'label');
  const hint = labelOf(form, row, 'hint');
  if (label === null || hint === null) return undefined;
  if (label === undefined && !form.own) {
    form.report.warning(
      placeOf(form, row, 'label'),
      'label',
      `Câu “${name}” không có lời; tên của nó được in thay. Hãy điền cột label.`,
      `The question “${name}” has no words; its name is printed. Fill in the label.`,
    );
  }
  const required = requiredOf(form, row);
  const sensitive = ownFlag(form.table, row, 'sensitive');
  const tags = ownTags(form.table, row);
  return {
    name,
    label: label ?? { vi: form.own ? '' : cell(form.table, row, 'name') || name },
    ...(hint === undefined ? {} : { hint }),
    ...(required === undefined ? {} : { required }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(tags === undefined ? {} : { tags }),
  };
}

function requiredOf(form: FormReading, row: Row): boolean | undefined {
  const text = cell(form.table, row, 'required');
  if (text === '') return undefined;
  if (/^(?:yes|true|true\(\)|1|có)$/iu.test(text)) return true;
  if (/^(?:no|false|false\(\)|0|không)$/iu.test(text)) return false;
  form.report.warning(
    placeOf(form, row, 'required'),
    'required',
    `“${quoted(text)}”: bắt buộc có điều kiện không in được; câu này không bắt buộc.`,
    `“${quoted(text)}”: required under a condition cannot be printed; the question is optional.`,
  );
  return undefined;
}

function number(form: FormReading, row: Row, as: 'integer' | 'decimal', base: Base): BuiltQuestion {
  const { table, report } = form;
  const written = cell(table, row, 'constraint');
  const read = written === '' ? undefined : readNumberConstraint(written, as === 'integer', earlierNumber(form));
  if (read !== undefined && !read.whole) tellConstraint(form, row, written, read.constraint);
  const message = labelOf(form, row, 'constraint_message') ?? undefined;
  const keptMessage = message !== undefined && (form.own || Object.keys(read?.constraint ?? {}).length > 0);
  const constraint = { ...read?.constraint, ...(keptMessage ? { message } : {}) };
  const bounded = Object.keys(constraint).length > 0 || blanks(table, row).has('constraint');
  const digits = ownNumber(table, row, 'digits') ?? digitsOf(constraint.max);
  const unit = ownLabel(table, row, 'unit');
  if (digits === undefined) {
    report.info(
      placeOf(form, row, 'constraint'),
      as,
      `Câu số này không có giới hạn trên nên in ${USUAL_DIGITS} ô số. Thêm constraint như “. <= 99” để in vừa đủ.`,
      `This number has no upper bound, so ${USUAL_DIGITS} cells are printed. Add a constraint such as “. <= 99” to print fewer.`,
    );
  }
  const parts = {
    digits: digits ?? USUAL_DIGITS,
    ...(unit === undefined ? {} : { unit }),
    ...(bounded ? { constraint } : {}),
  };
  const question: Question =
    as === 'integer'
      ? { ...base, type: 'integer', ...parts }
      : { ...base, type: 'decimal', ...parts, decimals: ownNumber(table, row, 'decimals') ?? 2 };
  return { question, carried: ['constraint', ...(keptMessage ? ['constraint_message'] : [])] };
}

function earlierNumber(form: FormReading) {
  return (name: string) => {
    if (form.own) return name;
    const question = form.earlier.get(name);
    return question?.type === 'integer' || question?.type === 'decimal' ? question.name : undefined;
  };
}

function digitsOf(max: number | undefined): number | undefined {
  return max === undefined ? undefined : Math.min(MOST_DIGITS, String(Math.floor(max)).length);
}

function range(form: FormReading, row: Row, base: Base): BuiltQuestion {
  const parameters = cell(form.table, row, 'parameters');
  const value = (key: string) =>
    Number(new RegExp(`\\b${key}\\s*=\\s*(-?[\\d.]+)`, 'iu').exec(parameters)?.[1] ?? Number.NaN);
  const [start, end, step] = [value('start'), value('end'), value('step')];
  const whole = [start, end, step].every((one) => Number.isNaN(one) || Number.isInteger(one));
  const bounds = [start, end].filter((one) => !Number.isNaN(one) && one >= 0).sort((a, b) => a - b);
  const [min, max] = bounds.length === 2 ? bounds : [undefined, Number.isNaN(end) ? 10 : end];
  const constraint = { ...(min === undefined ? {} : { min }), ...(max === undefined || max < 0 ? {} : { max }) };
  form.report.warning(
    placeOf(form, row, 'type'),
    'range',
    'Thanh kéo được in thành ô số, với giới hạn của nó.',
    'The slider is printed as cells for a number, with its bounds.',
  );
  const parts = { digits: digitsOf(max) ?? 2, constraint };
  const question: Question = whole
    ? { ...base, type: 'integer', ...parts }
    : { ...base, type: 'decimal', ...parts, decimals: 1 };
  return { question, carried: ['parameters'] };
}

function year(form: FormReading, row: Row, base: Base): BuiltQuestion {
  form.report.info(
    placeOf(form, row, 'appearance'),
    'year',
    'Chỉ hỏi năm: in thành bốn ô số.',
    'Only the year is asked: four cells.',
  );
  return { question: { ...base, type: 'integer', digits: 4 }, carried: ['appearance'] };
}

function date(form: FormReading, row: Row, base: Base): BuiltQuestion {
  const written = cell(form.table, row, 'constraint');
  const read = written === '' ? undefined : readDateConstraint(written);
  if (read !== undefined && !read.whole) tellConstraint(form, row, written, read.constraint);
  const message = labelOf(form, row, 'constraint_message') ?? undefined;
  const keptMessage = message !== undefined && (form.own || Object.keys(read?.constraint ?? {}).length > 0);
  const constraint = { ...read?.constraint, ...(keptMessage ? { message } : {}) };
  const bounded = Object.keys(constraint).length > 0 || blanks(form.table, row).has('constraint');
  return {
    question: { ...base, type: 'date', ...(bounded ? { constraint } : {}) },
    carried: ['constraint', ...(keptMessage ? ['constraint_message'] : [])],
  };
}

function tellConstraint(form: FormReading, row: Row, written: string, kept: object): void {
  const place = placeOf(form, row, 'constraint');
  const some = Object.keys(kept).length > 0;
  form.report.warning(
    place,
    'constraint',
    some
      ? `Từ điều kiện “${quoted(written)}” chỉ giữ các giới hạn nhỏ nhất, lớn nhất; phần còn lại giấy không kiểm tra được.`
      : `Giấy và màn hình nhập không kiểm tra được điều kiện “${quoted(written)}”; hãy ghi nó vào lời của câu nếu người dân cần biết.`,
    some
      ? `Of the constraint “${quoted(written)}” only least and greatest values are kept; paper cannot check the rest.`
      : `The constraint “${quoted(written)}” cannot be checked; say it in the label if the household needs to know.`,
  );
}

// The grid theme of ODK: `w3` takes three shares of the line.
const SHARE = /^w([1-9]|10)$/;

function text(form: FormReading, row: Row, base: Base, words: readonly string[]): BuiltQuestion {
  const rows = Number(cell(form.table, row, 'rows') || Number.NaN);
  const lines =
    ownNumber(form.table, row, 'lines') ??
    (rows >= 1 ? Math.min(MOST_LINES, Math.floor(rows)) : words.includes('multiline') ? 3 : 1);
  const hidden = own(form.table, row, 'lines') === '' && rows > MOST_LINES;
  if (hidden) {
    form.report.info(
      placeOf(form, row, 'rows'),
      'rows',
      `Câu chữ có tối đa ${MOST_LINES} dòng kẻ trên giấy.`,
      `A text has at most ${MOST_LINES} lines on paper.`,
    );
  }
  const share = words.find((word) => SHARE.test(word));
  return {
    question: { ...base, type: 'text', lines, ...(share === undefined ? {} : { width: Number(share.slice(1)) }) },
    carried: ['rows', ...words.filter((word) => word === 'multiline' || word === share)],
  };
}
