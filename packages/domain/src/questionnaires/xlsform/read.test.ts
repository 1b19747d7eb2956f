import { describe, expect, it } from 'vitest';
import type { Item } from '../model.ts';
import { QuestionnaireModelSchema } from '../model-schema.ts';
import { readXlsForm } from './read.ts';
import { form, options } from './testing.ts';

const YES_NO = options('yn', 'yes', 'no');
const read = (...args: Parameters<typeof form>) => readXlsForm(form(...args));
const item = (name: string, { model }: ReturnType<typeof readXlsForm>): Item | undefined =>
  model?.items.find((one) => one.name === name);
const said = ({ report }: ReturnType<typeof readXlsForm>, construct: string) =>
  report.filter((row) => row.construct === construct);

describe('a skip', () => {
  const asked = (relevant: string, ...more: { type: string; name: string; label: string }[]) =>
    read(
      [
        { type: 'select_one yn', name: 'Has.Pump', label: 'Has pump' },
        { type: 'select_multiple yn', name: 'many', label: 'Many' },
        { type: 'integer', name: 'people', label: 'People' },
        ...more,
        { type: 'text', name: 'why', label: 'Lý do', relevant },
        { type: 'select_one yn', name: 'later', label: 'Later' },
      ],
      [...YES_NO, { list_name: 'yn', name: 'maybe', label: 'Maybe' }],
    );
  it.each([
    [`$\{Has.Pump} = 'yes'`, ['1']],
    [`$\{Has.Pump}='yes'`, ['1']],
    [`"yes" = $\{Has.Pump}`, ['1']],
    [`selected($\{Has.Pump}, 'no')`, ['2']],
    [`selected( $\{Has.Pump} , "no" )`, ['2']],
    [`$\{Has.Pump} = 'yes' or $\{Has.Pump} = 'maybe'`, ['1', '3']],
    [`($\{Has.Pump} = 'yes') OR (selected($\{Has.Pump}, 'no'))`, ['1', '2']],
    [`not($\{Has.Pump} = 'yes')`, ['2', '3']],
    [`not(selected($\{Has.Pump}, 'yes') or $\{Has.Pump} = 'maybe')`, ['2']],
    [`$\{Has.Pump} != 'yes'`, ['2', '3']],
    [`$\{Has.Pump} != 'yes' and $\{Has.Pump} != 'no'`, ['3']],
    [`$\{Has.Pump} != ''`, ['1', '2', '3']],
    [`$\{Has.Pump} = ‘yes’`, ['1']],
  ])('on one earlier single choice is kept: %s', (relevant, choices) => {
    const result = asked(relevant);
    expect(item('why', result)).toMatchObject({ relevant: { question: 'has_pump', choices } });
    expect(said(result, 'relevant')).toEqual([]);
  });

  it.each([
    [`$\{many} != 'yes'`, 'không phải là câu chọn một ô'],
    [`selected($\{many}, 'yes')`, 'một câu chọn một ô'],
    [`$\{people} > 3`, 'không phải là câu chọn một ô'],
    [`$\{later} = 'yes'`, 'đứng sau'],
    [`$\{nowhere} = 'yes'`, 'không có câu “nowhere”'],
    [`$\{Has.Pump} = 'yes' and $\{people} = 2`, 'không phải'],
    [`count-selected($\{many}) > 1`, 'không làm được'],
    [`$\{Has.Pump} = 'never'`, 'không khi nào'],
    [`if($\{Has.Pump} = 'yes', 1, 0) = 1`, 'không làm được'],
    [`$\{Has.Pump} = `, 'không làm được'],
    [`$\{Has.Pump} = 'yes' and ${'('.repeat(5000)}`, 'không làm được'],
  ])('on anything else is told, and the question is asked of everybody: %s', (relevant, why) => {
    const result = asked(relevant);
    expect(item('why', result)).toMatchObject({ type: 'text' });
    expect(item('why', result)).not.toHaveProperty('relevant');
    expect(said(result, 'relevant')).toMatchObject([{ sheet: 'survey', row: 5, column: 'relevant', level: 'warning' }]);
    expect(said(result, 'relevant')[0]?.sentence.vi).toContain(why);
  });

  it('on codes that are numbers is read as a comparison too', () => {
    const ages = ['1', '2', '3'].map((name) => ({ list_name: 'age', name, label: `Nhóm ${name}` }));
    const result = read(
      [
        { type: 'select_one age', name: 'age', label: 'Tuổi' },
        { type: 'text', name: 'work', label: 'Việc', relevant: `$\{age} >= 2` },
      ],
      ages,
    );
    expect(item('work', result)).toMatchObject({ relevant: { question: 'age', choices: ['2', '3'] } });
  });
});

describe('“other, please specify”', () => {
  it('of or_other is one more box with a line', () => {
    const result = read([{ type: 'select_multiple yn or_other', name: 'x', label: 'X' }], YES_NO);
    expect(item('x', result)).toMatchObject({
      choices: [{ name: '1' }, { name: '2' }, { name: '3', label: { vi: 'Khác (ghi rõ)' }, specify: true }],
    });
  });

  it('as a text question behind the choice becomes the line behind its box', () => {
    const result = read(
      [
        { type: 'select_multiple src', name: 'src', label: 'Nguồn nước' },
        { type: 'text', name: 'src_other', label: 'Khác, ghi rõ', relevant: `selected($\{src}, 'other')` },
        { type: 'text', name: 'next', label: 'Câu sau' },
      ],
      options('src', 'tap', 'other'),
    );
    expect(result.model?.items.map(({ name }) => name)).toEqual(['src', 'next']);
    expect(item('src', result)).toMatchObject({ choices: [{ name: '1' }, { name: '2', specify: true }] });
    expect(said(result, 'specify')).toMatchObject([{ row: 3, level: 'info' }]);
  });
});

describe('bounds of a number', () => {
  const constraint = (text: string, type = 'integer') => {
    const result = read([
      { type: 'integer', name: 'all', label: 'Tất cả', constraint: '. < 100' },
      { type, name: 'n', label: 'N', constraint: text, constraint_message: 'Sai' },
    ]);
    const found = item('n', result);
    return {
      constraint: found !== undefined && 'constraint' in found ? found.constraint : undefined,
      told: said(result, 'constraint').length,
    };
  };
  it.each([
    ['. >= 0 and . <= 20', { min: 0, max: 20 }],
    ['.>0 and .<20', { min: 1, max: 19 }],
    ['0 <= . and 20 >= .', { min: 0, max: 20 }],
    ['(. >= 5)', { min: 5 }],
    [`. <= $\{all}`, { atMost: 'all' }],
    [`. >= 1 and . <= $\{all}`, { min: 1, atMost: 'all' }],
    ['. = 7', { min: 7, max: 7 }],
  ])('are kept: %s', (text, bounds) => {
    expect(constraint(text)).toEqual({ constraint: { ...bounds, message: { vi: 'Sai' } }, told: 0 });
  });

  it.each(['. != 3', "regex(., '^[0-9]{4}$')", '. >= today()', '. < 0', '. >= 1 or . = 99', `. <= $\{nowhere}`])(
    'that paper cannot have are told: %s',
    (text) => expect(constraint(text).told).toBe(1),
  );

  it('decide how many cells are printed', () => {
    const digits = (text: string) => {
      const found = item('n', read([{ type: 'decimal', name: 'n', label: 'N', constraint: text }]));
      return found?.type === 'decimal' ? found.digits : undefined;
    };
    expect([digits('. <= 9.5'), digits('. <= 1500000'), digits('. > 0')]).toEqual([1, 7, 6]);
  });

  it('of a day are kept when they are days', () => {
    const result = read([
      { type: 'date', name: 'd', label: 'D', constraint: `. >= date('2026-01-01') and . <= '2026-12-31'` },
      { type: 'date', name: 'e', label: 'E', constraint: '. <= today()' },
      { type: 'date', name: 'f', label: 'F', constraint: `. >= date('2026-02-30')` },
    ]);
    expect(item('d', result)).toMatchObject({ constraint: { min: '2026-01-01', max: '2026-12-31' } });
    expect(said(result, 'constraint').map(({ row }) => row)).toEqual([3, 4]);
  });
});

describe('groups and repeats', () => {
  it('that are nested become headings one below the other, each condition kept', () => {
    const result = read(
      [
        { type: 'select_one yn', name: 'q', label: 'Q' },
        { type: 'begin group', name: 'a', label: 'Phần A', relevant: `$\{q} = 'yes'` },
        { type: 'text', name: 'a1', label: 'A1' },
        { type: 'begin_group', name: 'b', label: 'Phần B' },
        { type: 'text', name: 'b1', label: 'B1' },
        { type: 'end_group', name: '', label: '' },
        { type: 'text', name: 'a2', label: 'A2' },
        { type: 'end group', name: '', label: '' },
      ],
      YES_NO,
    );
    const relevant = { question: 'q', choices: ['1'] };
    expect(result.model?.items).toMatchObject([
      { name: 'q' },
      { name: 'a', label: { vi: 'Phần A' }, relevant, items: [{ name: 'a1' }] },
      { name: 'b', label: { vi: 'Phần B' }, relevant, items: [{ name: 'b1' }] },
      { label: { vi: 'Phần A (tiếp)' }, relevant, items: [{ name: 'a2' }] },
    ]);
    expect(said(result, 'begin_group')).toMatchObject([{ row: 5, level: 'info' }]);
    expect(result.places.get('items.2.items.0')).toEqual({ sheet: 'survey', row: 6 });
  });

  it('with table-list, or label above list-nolabel, become a matrix', () => {
    const tableList = read(
      [
        { type: 'begin_group', name: 't', label: 'Hài lòng?', appearance: 'table-list' },
        { type: 'select_one yn', name: 'x', label: 'X' },
        { type: 'select_one yn', name: 'y', label: 'Y' },
        { type: 'end_group' },
      ],
      YES_NO,
    );
    expect(item('t', tableList)).toMatchObject({ appearance: 'table-list', items: [{ name: 'x' }, { name: 'y' }] });
    const labelled = read(
      [
        { type: 'begin_group', name: 't', appearance: 'field-list', label: '' },
        { type: 'select_one yn', name: 'head', label: 'Hài lòng?', appearance: 'label' },
        { type: 'select_one yn', name: 'x', label: 'X', appearance: 'list-nolabel' },
        { type: 'select_one yn', name: 'y', label: 'Y', appearance: 'list-nolabel' },
        { type: 'end_group' },
      ],
      YES_NO,
    );
    expect(item('t', labelled)).toMatchObject({
      ...{ appearance: 'table-list', label: { vi: 'Hài lòng?' } },
      items: [{ name: 'x' }, { name: 'y' }],
    });
  });

  it.each([
    [{}, 3, 1],
    [{ repeat_count: '2' }, 2, 0],
    [{ repeat_count: `$\{n}` }, 3, 1],
    [{ repeat_count: '50' }, 9, 1],
    [{ repeat_count: '0' }, 1, 1],
  ])('that repeat have a count on paper: %j', (cells, count, told) => {
    const result = read([
      { type: 'begin repeat', name: 'r', label: 'R', ...cells },
      { type: 'text', name: 'x', label: 'X' },
      { type: 'end repeat' },
    ]);
    expect(item('r', result)).toMatchObject({ type: 'begin_repeat', count });
    expect(said(result, 'repeat_count')).toHaveLength(told);
  });

  it('over a list become a table with a row for each of its options', () => {
    const result = read(
      [
        { type: 'begin loop over yn', name: 'l', label: 'L' },
        { type: 'integer', name: 'x', label: 'How many %(label)s?' },
        { type: 'end loop' },
      ],
      YES_NO,
    );
    expect(item('l', result)).toMatchObject({ appearance: 'table', count: 2, rows: [{ vi: 'Yes' }, { vi: 'No' }] });
  });
});

describe('a form that is not well made', () => {
  it.each([
    ['end without begin', [{ type: 'text', name: 'a', label: 'A' }, { type: 'end group' }], 'end_group', 3],
    [
      'begin without end',
      [
        { type: 'begin group', name: 'g', label: 'G' },
        { type: 'text', name: 'a', label: 'A' },
      ],
      'begin_group',
      2,
    ],
    [
      'groups that overlap',
      [
        { type: 'begin group', name: 'g', label: 'G' },
        { type: 'begin repeat', name: 'r', label: 'R' },
        { type: 'text', name: 'a', label: 'A' },
        { type: 'end group' },
        { type: 'end repeat' },
      ],
      'end_group',
      5,
    ],
    ['a list that is not there', [{ type: 'select_one nowhere', name: 'a', label: 'A' }], 'list_name', 2],
    ['a row without a name', [{ type: 'text', name: '', label: 'A' }], 'name', 2],
    [
      'two rows with one name',
      [
        { type: 'text', name: 'a', label: 'A' },
        { type: 'text', name: 'a', label: 'B' },
      ],
      'name',
      3,
    ],
    ['a name in capitals', [{ type: 'text', name: 'Họ Tên.1', label: 'A' }], 'name', 2],
    ['a type that nobody knows', [{ type: 'hologram', name: 'a', label: 'A' }], 'hologram', 2],
    [
      'no type',
      [
        { type: 'text', name: 'b', label: 'B' },
        { name: 'a', label: 'A' },
      ],
      'type',
      3,
    ],
    ['an error of the spreadsheet', [{ type: 'text', name: 'a', label: '#REF!' }], '#REF!', 2],
  ] as const)('is told with its place: %s', (_, survey, construct, row) => {
    const result = readXlsForm(form(survey as unknown as Parameters<typeof form>[0]));
    expect(said(result, construct)).toEqual(
      expect.arrayContaining([expect.objectContaining({ sheet: 'survey', row })]),
    );
  });

  it('has every question under a name of its own all the same', () => {
    const result = read([
      { type: 'text', name: 'Họ Tên.1', label: 'A' },
      { type: 'text', name: 'ho_ten_1', label: 'B' },
      { type: 'text', name: '1', label: 'C' },
      { type: 'text', name: 'ho-ten-1', label: 'D' },
    ]);
    expect(result.model?.items.map(({ name }) => name)).toEqual(['ho_ten_1', 'ho_ten_1_2', 'question_1', 'ho_ten_1_3']);
  });

  it.each([
    ['no sheet at all', new Map()],
    ['an empty survey', new Map([['survey', [['type', 'name', 'label']]]])],
    [
      'a list of households',
      new Map([
        [
          'Danh sách',
          [
            ['Mã hộ', 'Chủ hộ'],
            ['A', 'Lê Thử'],
          ],
        ],
      ]),
    ],
    [
      'metadata only',
      form([
        { type: 'start', name: 'start' },
        { type: 'deviceid', name: 'd' },
      ]),
    ],
  ])('gives no model but a sentence: %s', (_, sheets) => {
    const { model, report } = readXlsForm(sheets);
    expect(model).toBeNull();
    expect(report.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('with a label of 40,000 characters names it and leaves it out rather than cutting it', () => {
    const result = read([
      { type: 'text', name: 'long', label: 'x'.repeat(40_000) },
      { type: 'text', name: 'short', label: 'Ngắn' },
    ]);
    expect(result.model?.items.map(({ name }) => name)).toEqual(['short']);
    expect(said(result, 'label')).toMatchObject([{ row: 2, column: 'label', level: 'error' }]);
    expect(said(result, 'label')[0]?.sentence.vi).toContain('40.000 ký tự');
  });

  it('of 5,000 questions says so in a sentence, at once, and is still a model that can be stored', () => {
    const started = performance.now();
    const result = read(
      Array.from({ length: 5000 }, (_, n) => ({ type: 'integer', name: `q${n}`, label: `Câu ${n}` })),
    );
    expect(performance.now() - started).toBeLessThan(2000);
    expect(result.model?.items).toHaveLength(100);
    expect(said(result, 'survey').map(({ level }) => level)).toEqual(['error', 'error']);
    expect(said(result, 'survey')[0]?.sentence.vi).toContain('5.000 dòng');
    expect(QuestionnaireModelSchema.safeParse(result.model).success).toBe(true);
  });

  it('made to be slow is not: marks without end, headers without end, cells by the million', () => {
    const cell = 200_000;
    const attacks = {
      bold: form([{ type: 'text', name: 'a', label: '__a '.repeat(cell / 4) }]),
      references: form([{ type: 'text', name: 'a', label: '$\u007b'.repeat(cell / 2) }]),
      tags: form([{ type: 'text', name: 'a', label: '<a '.repeat(cell / 3), hint: '<'.repeat(cell) }]),
      header: form([{ type: 'text', name: 'a', label: 'A', ['a:'.repeat(cell / 2)]: 'x' }]),
      appearance: form([{ type: 'text', name: 'a', label: 'A', appearance: 'w '.repeat(cell / 2) }]),
      type: form([{ type: `select_one ${'or_other '.repeat(cell / 9)}`, name: 'a', label: 'A' }]),
      condition: form([
        { type: 'text', name: 'a', label: 'A', relevant: 'not('.repeat(1250), constraint: '(.'.repeat(2500) },
      ]),
      cells: form(
        Array.from({ length: 1500 }, (_, n) => ({
          ...{ type: 'note', name: `n${n}`, label: 'N' },
          ...Object.fromEntries(Array.from({ length: 200 }, (__, m) => [`media::image::L${m}`, 'x.png'])),
        })),
      ),
    };
    for (const [what, sheets] of Object.entries(attacks)) {
      const started = performance.now();
      readXlsForm(sheets);
      expect(performance.now() - started, what).toBeLessThan(3000);
    }
  });

  it('with a list of 20,000 villages is read at once, and the question becomes a line', () => {
    const villages = Array.from({ length: 20_000 }, (_, n) => ({ list_name: 'v', name: `v${n}`, label: `Ấp ${n}` }));
    const started = performance.now();
    const result = read([{ type: 'select_one v', name: 'v', label: 'Ấp', choice_filter: `p=$\{p}` }], villages);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(item('v', result)).toMatchObject({ type: 'text', lines: 1 });
    expect(said(result, 'select')).toHaveLength(1);
  });
});

describe('words', () => {
  it('are those of the Vietnamese column, English beside them', () => {
    const result = read([
      {
        type: 'text',
        name: 'a',
        'label::English (en)': 'Name',
        'label::Tiếng Việt (vi)': 'Tên',
        'label::Khmer (km)': 'ឈ្មោះ',
      },
    ]);
    expect(item('a', result)).toMatchObject({ label: { vi: 'Tên', en: 'Name' } });
    expect(said(result, 'language')).toMatchObject([{ column: 'label::Khmer (km)', level: 'info' }]);
  });

  it('of another language are printed when there are no Vietnamese ones, with a warning', () => {
    const french = [{ type: 'text', name: 'a', 'label::Français (fr)': 'Nom', 'label::English (en)': 'Name' }];
    const result = readXlsForm(form(french, [], { form_title: 'T', default_language: 'Français (fr)' }));
    expect(item('a', result)).toMatchObject({ label: { vi: 'Nom', en: 'Name' } });
    expect(said(result, 'label')).toMatchObject([{ level: 'warning', column: 'label::Français (fr)' }]);
  });

  it('lose the marks of telephones: bold, HTML, answers of other questions', () => {
    const result = read([
      { type: 'note', name: 'a', label: `**Chào** <span style="color:red">ông</span> $\{ten}, &amp; bà` },
    ]);
    expect(item('a', result)).toMatchObject({ label: { vi: 'Chào ông ……, & bà' } });
    expect(said(result, 'output')).toHaveLength(1);
  });
});

describe('options', () => {
  it('named by words are coded by numbers, conditions too, and the report says how', () => {
    const result = read([{ type: 'select_one yn', name: 'a', label: 'A' }], YES_NO);
    expect(item('a', result)).toMatchObject({ choices: [{ name: '1', label: { vi: 'Yes' } }, { name: '2' }] });
    expect(said(result, 'name')[0]?.sentence.vi).toContain('yes → 1; no → 2');
  });

  it('named 1 … 99 keep their names, others such as 0 do not', () => {
    const of = (...names: string[]) => {
      const found = item('a', read([{ type: 'select_one l', name: 'a', label: 'A' }], options('l', ...names)));
      return found !== undefined && 'choices' in found ? found.choices.map(({ name }) => name) : [];
    };
    expect(of('1', '2', '98')).toEqual(['1', '2', '98']);
    expect(of('0', '1')).toEqual(['1', '2']);
  });
});
