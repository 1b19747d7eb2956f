import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QuestionnaireModelSchema } from '../model-schema.ts';
import { readXlsForm } from './read.ts';
import { PLAIN_TYPES } from './types.ts';

const HEADERS = [
  ...[
    'type',
    'name',
    'label',
    'label::English (en)',
    'label::Vietnamese (vi)',
    'hint',
    'relevant',
    'constraint',
    'constraint_message',
  ],
  ...[
    'appearance',
    'required',
    'choice_filter',
    'calculation',
    'repeat_count',
    'read_only',
    'rows',
    'list_name',
    'parameters',
    '',
  ],
  ...[
    'gandan::tags',
    'gandan::digits',
    'gandan::lines',
    'gandan::rows',
    'gandan::relevant',
    'gandan::unit::vi',
    'form_id',
    'form_title',
  ],
];
const TYPES = [
  ...PLAIN_TYPES,
  ...[
    'select_one a',
    'select_multiple a or_other',
    'select_one b',
    'rank a',
    'range',
    'begin group',
    'end group',
    'begin_repeat',
  ],
  ...['end_repeat', 'begin loop over a', 'end loop', 'begin_group', 'end_group'],
];
const q = (name: string) => `$\{${name}}`;
const CELLS = [
  ...[
    '',
    'a',
    'b',
    'q',
    'A.b',
    '1',
    '0',
    'yes',
    'x'.repeat(1200),
    '😀',
    `${q('a')} = '1'`,
    `selected(${q('q')}, 'a')`,
    `not(${q('a')} = 'b')`,
  ],
  ...[
    '. >= 0 and . <= 20',
    '. < 99999999999999999999',
    '. >= -5.5',
    `. <= ${q('a')}`,
    '. = 1e3',
    'table-list',
    'label',
    'list-nolabel',
  ],
  ...[
    'field-list',
    'year',
    'multiline',
    '3',
    '99',
    'start=1 end=5',
    '[1',
    '["a"]',
    '{"question":1}',
    '{"question":"a","choices":["1"]}',
    '#REF!',
  ],
];
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CELLS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
const sheet = fc
  .record({
    headers: fc.subarray(HEADERS, { minLength: 2 }),
    rows: fc.array(fc.tuple(fc.constantFrom(...TYPES), fc.array(cell, { maxLength: 24 })), { maxLength: 25 }),
  })
  .map(({ headers, rows }) => [['type', ...headers], ...rows.map(([type, cells]) => [type, ...cells])]);
const choices = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', ''), cell, cell), { maxLength: 12 })
  .map((rows) => [['list_name', 'name', 'label'], ...rows.map((row) => [...row])]);
const settings = fc.constantFrom<string[][]>(
  [['form_title'], ['T']],
  [
    ['gandan::format', 'form_id', 'gandan::subject'],
    ['1', 'x', 'nobody'],
  ],
  [['default_language'], ['en']],
);

it('whatever stands in a file, it is read without a crash into a model that can be stored', () => {
  fc.assert(
    fc.property(sheet, choices, settings, (survey, options, set) => {
      const sheets = new Map([
        ['survey', survey],
        ['choices', options],
        ['settings', set],
      ]);
      const { model, report } = readXlsForm(sheets);
      for (const { sentence } of report) expect(sentence.vi).not.toBe('');
      if (model === null) expect(report.some(({ level }) => level === 'error')).toBe(true);
      else expect(QuestionnaireModelSchema.safeParse(model).error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 600 },
  );
});
