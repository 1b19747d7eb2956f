import { describe, expect, it } from 'vitest';
import { readXlsForm } from './read.ts';
import { form, options } from './testing.ts';
import { PLAIN_TYPES } from './types.ts';

/** The types of XLSForm as its reference and pyxform list them, and those of older and neighbouring tools. */
const TYPES = [
  'integer',
  'decimal',
  'range',
  'text',
  'select_one l1',
  'select_multiple l1',
  'select_one l1 or_other',
  'select_multiple l1 or_other',
  'select_one_from_file towns.csv',
  'select_multiple_from_file towns.csv',
  'select_one towns.geojson',
  `select_one $\{people}`,
  'select_one_external l1',
  'rank l1',
  'note',
  'geopoint',
  'geotrace',
  'geoshape',
  'date',
  'time',
  'dateTime',
  'image',
  'audio',
  'background-audio',
  'video',
  'file',
  'barcode',
  'calculate',
  'acknowledge',
  'trigger',
  'hidden',
  'xml-external',
  'csv-external',
  'start',
  'end',
  'today',
  'deviceid',
  'phonenumber',
  'username',
  'email',
  'audit',
  'start-geopoint',
  'background-geopoint',
  'simserial',
  'subscriberid',
  'osm l1',
  'cascading_select l1',
  'select one from l1',
  'select all that apply from l1',
  'select all that apply from l1 or specify other',
  'select1 l1',
  'add select one prompt using l1',
  'add select multiple prompt using l1',
  'int',
  'string',
  'phone number',
  'percentage',
  'number of days in last year',
  'begin_score',
  'score__row',
  'rank__level',
  'begin_kobomatrix',
  'include',
  'xlsx',
];

describe('no type of question is dropped in silence', () => {
  it.each([...TYPES, ...PLAIN_TYPES])('%s', (type) => {
    const { model, report } = readXlsForm(
      form(
        [
          { type, name: 'thu', label: 'Câu thử' },
          { type: 'text', name: 'khac', label: 'Khác' },
        ],
        options('l1', 'a', 'b'),
      ),
    );
    const carried = model?.items.some((item) => item.name === 'thu') === true;
    const told = report.some(({ row, level, sentence }) => row === 2 && level !== 'info' && sentence.vi !== '');
    const noted = report.some(({ row, construct }) => row === 2 && construct !== 'label');
    expect(carried || told || noted, type).toBe(true);
    if (!carried) expect(report.find(({ row }) => row === 2)?.sentence.vi.length).toBeGreaterThan(20);
  });

  it('in capitals and with stray spaces, they are the same', () => {
    for (const type of TYPES.filter((one) => !one.includes('.') && !one.includes('$'))) {
      const read = (written: string) =>
        readXlsForm(form([{ type: written, name: 'thu', label: 'Thử' }], options('l1', 'a', 'b'))).model;
      expect(read(`  ${type.toUpperCase().replace(' ', '  ').replace('L1', 'l1')} `), type).toEqual(read(type));
    }
  });
});

/** Columns of the sheet survey with a value each, as the reference, pyxform, ODK Collect, Enketo and Kobo know them. */
const COLUMNS: Readonly<Record<string, string>> = {
  label: 'Lời khác',
  'label::English (en)': 'Words',
  'label::Français (fr)': 'Mots',
  hint: 'Chỉ dẫn',
  'hint::English (en)': 'Hint',
  guidance_hint: 'Hướng dẫn',
  required: 'yes',
  required_message: 'Phải trả lời',
  'required message': 'Phải trả lời',
  relevant: `$\{dau} = 'a'`,
  relevance: `$\{dau} = 'a'`,
  'bind::relevant': `$\{dau} = 'a'`,
  constraint: '. < 50',
  constraint_message: 'Nhỏ hơn 50',
  'bind:jr:constraintMsg': 'Nhỏ hơn 50',
  appearance: 'w2 my-plugin',
  'control::appearance': 'multiline',
  default: '5',
  read_only: 'yes',
  readonly: 'true()',
  calculation: '1 + 1',
  trigger: `$\{dau}`,
  choice_filter: 'x = 1',
  parameters: 'randomize=true',
  repeat_count: '4',
  rows: '5',
  'body::rows': '5',
  image: 'a.jpg',
  'media::image': 'a.jpg',
  'media::image::English (en)': 'a.jpg',
  'big-image': 'a.jpg',
  audio: 'a.mp3',
  'media::video': 'a.mp4',
  autoplay: 'audio',
  save_to: 'house',
  'bind::entities:saveto': 'house',
  'instance::x': '1',
  'bind::odk:length': '5',
  'body::accuracyThreshold': '5',
  intent: 'ex:org.app',
  noAppErrorString: 'Không có',
  compact_tag: 'x',
  'sms field': 'x',
  disabled: 'yes',
  list_name: 'l1',
  hxl: '#country',
  $autoname: 'thu',
  'kobo--score-choices': 'l1',
  'một cột lạ': 'x',
};

describe('no column is dropped in silence', () => {
  const rows = {
    text: { type: 'text' },
    integer: { type: 'integer' },
    select: { type: 'select_multiple l1' },
    note: { type: 'note' },
    group: { type: 'begin_group' },
    repeat: { type: 'begin_repeat' },
  };
  for (const [kind, row] of Object.entries(rows)) {
    // A note is read-only by itself.
    const columns = Object.entries(COLUMNS).filter(([column]) => kind !== 'note' || !/^read/u.test(column));
    it.each(columns)(`of a ${kind}: %s`, (column, value) => {
      const of = (extra: Record<string, string>) => {
        const closing = row.type.startsWith('begin') ? [{ type: row.type.replace('begin', 'end') }] : [];
        const survey = [
          { type: 'select_one l1', name: 'dau', label: 'Đầu' },
          { ...row, name: 'thu', label: 'Câu thử', ...extra },
          ...(closing.length > 0 ? [{ type: 'text', name: 'trong', label: 'Trong' }, ...closing] : []),
        ];
        return readXlsForm(form(survey, options('l1', 'a', 'b')));
      };
      const plain = of({});
      const read = of({ [column]: value });
      const changed = JSON.stringify(read.model) !== JSON.stringify(plain.model);
      const told = read.report.some((line) => line.column === column || line.sentence.vi.includes(column));
      expect(changed || told).toBe(true);
    });
  }
});

describe('no column of the choices, no setting and no sheet is dropped in silence', () => {
  it.each(['label::Français (fr)', 'media::image', 'image', 'audio', 'order', 'province', 'geometry'])(
    'choices: %s',
    (column) => {
      const choices = options('l1', 'a', 'b').map((option) => ({ ...option, [column]: 'x' }));
      const { report } = readXlsForm(form([{ type: 'select_one l1', name: 'thu', label: 'Thử' }], choices));
      expect(report.some((line) => line.sheet === 'choices' && line.column === column)).toBe(true);
    },
  );

  it.each([
    'version',
    'instance_name',
    'public_key',
    'submission_url',
    'style',
    'auto_send',
    'auto_delete',
    'allow_choice_duplicates',
    'namespaces',
    'omit_instanceID',
    'name',
    'client_editable',
    'sms_keyword',
    'flat',
  ])('settings: %s', (key) => {
    const { report } = readXlsForm(
      form([{ type: 'text', name: 'a', label: 'A' }], [], { form_title: 'T', [key]: 'x' }),
    );
    expect(report.some((line) => line.sheet === 'settings' && line.column === key)).toBe(true);
  });

  it.each(['external_choices', 'entities', 'osm', 'Ghi chú của nhóm'])('sheet %s', (name) => {
    const sheets = new Map([...form([{ type: 'text', name: 'a', label: 'A' }]), [name, [['x'], ['y']]]]);
    expect(readXlsForm(sheets).report.some((line) => line.sheet === name)).toBe(true);
  });
});
