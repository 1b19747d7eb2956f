/**
 * Forms such as public surveys use them, rebuilt in a few rows each with what makes them hard on paper: nothing of them is
 * copied. Name → sheets of cells.
 */
export type Workbook = Readonly<Record<string, readonly (readonly string[])[]>>;

const Q = (name: string) => `$\{${name}}`;
const list = (name: string, ...options: readonly string[]): string[][] =>
  options.map((option) => [name, option.toLowerCase().replace(/\W+/g, '_'), option]);
const CHOICES = ['list_name', 'name', 'label'];
const SURVEY = ['type', 'name', 'label'];
const many = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n + 1));
const YN = list('yn', 'Yes', 'No');

export const NASTY_FORMS: Readonly<Record<string, Workbook>> = {
  'a cascade of four lists with choice filters': {
    survey: [
      [...SURVEY, 'choice_filter'],
      ['select_one region', 'region', 'Region', ''],
      ['select_one district', 'district', 'District', `region=${Q('region')}`],
      ['select_one ward', 'ward', 'Ward', `region=${Q('region')} and district=${Q('district')}`],
      ['select_one village', 'village', 'Village', `ward = ${Q('ward')}`],
    ],
    choices: [
      [...CHOICES, 'region', 'district', 'ward'],
      ...list('region', 'North', 'South').map((row) => [...row, '', '', '']),
      ...many(9, (n) => ['district', `d${n}`, `District ${n}`, n % 2 ? 'north' : 'south', '', '']),
      ...many(60, (n) => ['ward', `w${n}`, `Ward ${n}`, '', `d${n % 9}`, '']),
      ...many(800, (n) => ['village', `v${n}`, `Village ${n}`, '', '', `w${n % 60}`]),
    ],
  },
  'external choices in a sheet of their own': {
    survey: [
      [...SURVEY, 'choice_filter'],
      ['select_one yn', 'here', 'Here?', ''],
      ['select_one_external village', 'village', 'Village', `state=${Q('here')}`],
      ['select_one_from_file farms.csv', 'farm', 'Farm', ''],
    ],
    choices: [CHOICES, ...YN],
    external_choices: [[...CHOICES, 'state'], ...many(3000, (n) => ['village', `v${n}`, `Village ${n}`, 'yes'])],
  },
  'a household roster with plots in each member, and crops in each plot': {
    survey: [
      [...SURVEY, 'repeat_count', 'calculation'],
      ['integer', 'size', 'How many people live here?', '', ''],
      ['begin repeat', 'member', 'Member', Q('size'), ''],
      ['text', 'member_name', 'Name', '', ''],
      ['calculate', 'position', '', '', 'position(..)'],
      ['begin repeat', 'plot', `Plots of ${Q('member_name')}`, '', ''],
      ['decimal', 'area', 'Area', '', ''],
      ['begin_repeat', 'crop', 'Crop', '2', ''],
      ['text', 'crop_name', 'Crop', '', ''],
      ['end_repeat', '', '', '', ''],
      ['end repeat', '', '', '', ''],
      ['end repeat', '', '', '', ''],
    ],
  },
  'a chain of calculations that conditions hang on': {
    survey: [
      [...SURVEY, 'calculation', 'relevant'],
      ['integer', 'weight', 'Weight', '', ''],
      ['integer', 'height', 'Height', '', ''],
      ['calculate', 'bmi', '', `round(${Q('weight')} div (${Q('height')} * ${Q('height')}) * 10000, 1)`, ''],
      ['calculate', 'class', '', `if(${Q('bmi')} < 18.5, 'thin', if(${Q('bmi')} > 25, 'heavy', 'normal'))`, ''],
      ['note', 'told', `Your index is ${Q('bmi')}`, '', `${Q('class')} = 'thin'`],
      ['text', 'advice', 'Advice given', '', `${Q('class')} = 'thin' or ${Q('class')} = 'heavy'`],
    ],
  },
  'six languages, one of them written from right to left': {
    survey: [
      [
        'type',
        'name',
        'label::English (en)',
        'label::Tiếng Việt (vi)',
        'label::العربية (ar)',
        'label::ខ្មែរ (km)',
        'hint::Français (fr)',
        'label::中文 (zh)',
      ],
      ['text', 'a', 'Name', 'Tên', 'الاسم', 'ឈ្មោះ', 'Votre nom', '姓名'],
      ['text', 'b', 'Address', '', 'العنوان', '', '', '地址'],
      ['text', 'c', '', '', 'ملاحظة', '', '', ''],
    ],
  },
  'risk factors with codes 77, 88, 99 and jumps by numbers': {
    survey: [
      [...SURVEY, 'relevant', 'constraint', 'constraint_message'],
      ['select_one yn12', 'T1', 'Do you smoke?', '', '', ''],
      ['select_one yn12', 'T2', 'Daily?', `${Q('T1')}=1`, '', ''],
      ['integer', 'T3', 'At what age did you begin?', `${Q('T2')}=1`, '(. >= 7 and . <= 69) or . = 77', 'Age or 77'],
      ['integer', 'T4', 'How many a day?', `${Q('T3')} < 77`, '. < 100 or . = 888', ''],
    ],
    choices: [
      CHOICES,
      ['yn12', '1', 'Yes'],
      ['yn12', '2', 'No'],
      ['yn12', '77', 'Does not know'],
      ['yn12', '99', 'Refused'],
    ],
  },
  'food groups over seven days as a grid of numbers': {
    survey: [
      [...SURVEY, 'appearance', 'constraint', 'required'],
      ['begin_group', 'fcs', 'On how many of the last 7 days was it eaten?', 'field-list w4', '', ''],
      ['note', 'head', '**Group**', 'w2', '', ''],
      ...many(8, (n) => ['integer', `FCSGroup${n}`, `Food group ${n}`, 'w1', '.>=0 and .<=7', 'yes']),
      ['end_group', '', '', '', '', ''],
      ['calculate', 'FCS', '', '', '', ''],
    ],
  },
  'every widget of a telephone': {
    survey: [
      [...SURVEY, 'appearance', 'parameters'],
      ...[
        ...[
          'text',
          'integer',
          'decimal',
          'date',
          'time',
          'dateTime',
          'geopoint',
          'geotrace',
          'geoshape',
          'image',
          'audio',
        ],
        ...[
          'video',
          'file',
          'barcode',
          'acknowledge',
          'range',
          'note',
          'select_one yn',
          'select_multiple yn',
          'rank yn',
        ],
      ].flatMap((type, n) => [
        [type, `w_${n}`, `Widget ${type}`, '', 'start=1 end=5 step=0.5'],
        [type, `x_${n}`, `Widget ${type} again`, 'minimal ex:org.app(x="1 2") map draw', 'max-pixels=640'],
      ]),
    ],
    choices: [CHOICES, ...YN],
  },
  'matrix, score and ranking of KoboToolbox': {
    survey: [
      [...SURVEY, 'kobo--score-choices', 'kobo--matrix_list', '$xpath', '$autoname'],
      ['begin_score', 'score', 'Please rate', 'yn', '', 's', 's'],
      ['score__row', 'row1', 'Roads', '', '', '', ''],
      ['end_score', '', '', '', '', '', ''],
      ['begin_rank', 'rank', 'Please rank', '', '', '', ''],
      ['rank__level', 'first', 'First', '', '', '', ''],
      ['end_rank', '', '', '', '', '', ''],
      ['begin_kobomatrix', 'assets', 'Assets', '', 'yn', '', ''],
      ['integer', 'number', 'Number', '', '', '', ''],
      ['end_kobomatrix', '', '', '', '', '', ''],
    ],
    choices: [CHOICES, ...YN],
  },
  'an export with generated names and metadata': {
    survey: [
      [...SURVEY, 'required', '$kuid'],
      ['start', 'start', '', '', 'a1'],
      ['today', 'today', '', '', 'a2'],
      ['username', 'username', '', '', 'a3'],
      [
        'text',
        '_1_1_What_is_the_name_of_the_person_answering_this_very_long_question_please',
        '1.1 What is your name?',
        'true',
        'b1',
      ],
      ['select_one yn', '_1_2_Consent', '1.2 Do you agree?', 'true', 'b2'],
      ['calculate', '__version__', '', '', 'b3'],
    ],
    choices: [CHOICES, ...YN],
  },
  'children measured, with limits that hang on age': {
    survey: [
      [...SURVEY, 'constraint', 'relevant', 'hint'],
      ['date', 'dob', 'Date of birth', `. <= today() and . > today() - 365.25*5`, '', 'From the health card'],
      ['integer', 'months', 'Age in months', `. >= 6 and . < 60`, `${Q('dob')} = ''`, ''],
      ['decimal', 'weight', 'Weight (kg)', '. > 2.0 and . < 31.5', '', '100 g precision'],
      ['decimal', 'height', 'Length or height', `(${Q('months')} < 24 and . > 45) or . > 65`, '', ''],
      ['select_one yn', 'oedema', 'Oedema', '', '', ''],
      ['decimal', 'muac', 'MUAC (mm)', '. >= 70 and . <= 230', `${Q('oedema')} != 'yes'`, ''],
    ],
    choices: [CHOICES, ...YN],
  },
  'a birth history whose conditions join many questions': {
    survey: [
      [...SURVEY, 'relevant'],
      ...many(8, (n) => ['select_one yn', `B${n}`, `Question B${n}`, '']),
      ['text', 'B9', 'If any of them', many(8, (n) => `${Q(`B${n}`)} = 'yes'`).join(' or ')],
      ['text', 'B10', 'If two of them', `count(${Q('B1')}) + ${Q('B2')} >= 2`],
    ],
    choices: [CHOICES, ...YN],
  },
  'an interview with codes as names, HTML in its words and pictures': {
    survey: [
      [...SURVEY, 'media::image', 'hint', 'relevant'],
      [
        'note',
        'Id10002',
        '<h3>Information <em>on the death</em></h3><ul><li>one</li><li>two</li></ul>',
        'skull.png',
        '',
        '',
      ],
      ['select_one ynd', '(Id10004)', '(Id10004) Did the season &gt; rain matter?', '', '<i>Ask gently</i>', ''],
      [
        'select_one ynd',
        'Id10005',
        `(Id10005) And ${Q('Id10002')}?`,
        'x.jpg',
        '',
        `selected(${Q('(Id10004)')}, 'yes')`,
      ],
    ],
    choices: [
      [...CHOICES, 'media::image'],
      ['ynd', 'yes', 'Yes', 'y.png'],
      ['ynd', 'no', 'No', ''],
      ['ynd', 'dk', '', 'dk.png'],
    ],
  },
  'a grid theme of Enketo in pages': {
    survey: [
      [...SURVEY, 'appearance', 'body::accept'],
      ['begin_group', 'page1', 'Page 1', 'pages w6', ''],
      ['begin_group', 'row', '', 'w6', ''],
      ['text', 'a', 'A', 'w2 multiline', ''],
      ['select_one yn', 'b', 'B', 'w1 columns-pack no-buttons', ''],
      ['end_group', '', '', '', ''],
      ['end_group', '', '', '', ''],
    ],
    choices: [CHOICES, ...YN],
    settings: [
      ['form_title', 'style', 'form_id', 'version'],
      ['Grid', 'theme-grid pages', 'grid 1.0', '2026110301'],
    ],
  },
  'options that are pictures only': {
    survey: [SURVEY, ['select_one animal', 'animal', 'Which?']],
    choices: [
      ['list_name', 'name', 'label', 'image'],
      ['animal', 'cow', '', 'cow.png'],
      ['animal', 'pig', '', 'pig.png'],
    ],
  },
  'or_other with a filter and a coded list': {
    survey: [
      [...SURVEY, 'choice_filter', 'relevant'],
      ['select_multiple water or_other', 'water', 'Sources', `wet=1`, ''],
      ['select_one water or_other', 'main', 'Main source', '', ''],
      ['text', 'main_other', 'Which other?', '', `${Q('main')} = 'other'`],
    ],
    choices: [
      [...CHOICES, 'wet'],
      ['water', '1', 'Tap', '1'],
      ['water', '2', 'Well', '1'],
      ['water', '4', 'Truck', '0'],
    ],
  },
  'a list of sixty professions': {
    survey: [SURVEY, ['select_one job', 'job', 'Profession'], ['text', 'place', 'Where?']],
    choices: [CHOICES, ...many(60, (n) => ['job', String(n), `Profession number ${n}`])],
  },
  'begin and end that do not meet': {
    survey: [
      SURVEY,
      ['end group', '', ''],
      ['begin group', 'a', 'A'],
      ['begin repeat', 'b', 'B'],
      ['text', 'c', 'C'],
      ['end group', '', ''],
      ['text', 'c', 'C again'],
      ['begin group', 'd', 'D'],
    ],
  },
  'a matrix of twelve columns and one of mixed lists': {
    survey: [
      [...SURVEY, 'appearance'],
      ['begin_group', 'wide', 'How often?', 'table-list'],
      ...many(3, (n) => ['select_one month', `m${n}`, `Row ${n}`, '']),
      ['end_group', '', '', ''],
      ['begin_group', 'mixed', 'Mixed', 'table-list'],
      ['select_one yn', 'x', 'X', ''],
      ['select_one month', 'y', 'Y', ''],
      ['integer', 'z', 'Z', ''],
      ['end_group', '', '', ''],
    ],
    choices: [CHOICES, ...YN, ...many(12, (n) => ['month', `m${n}`, `Month ${n}`])],
  },
  'groups six deep': {
    survey: [
      SURVEY,
      ...many(6, (n) => ['begin_group', `g${n}`, `Level ${n}`]),
      ['text', 'deep', 'Down here'],
      ...many(6, () => ['end_group', '', '']),
    ],
  },
  'consent with acknowledgement, signature and a recording': {
    survey: [
      [...SURVEY, 'appearance', 'required', 'required_message', 'relevant'],
      ['note', 'info', `${'We ask you because your household was chosen by chance. '.repeat(15)}`, '', '', '', ''],
      ['acknowledge', 'ok', 'I have understood', '', 'true()', 'Please tick', ''],
      ['select_one yn', 'agree', 'Do you agree?', 'likert', `${Q('ok')} = 'OK'`, '', ''],
      ['image', 'sign', 'Signature', 'signature', '', '', `${Q('agree')} = 'yes'`],
      ['background-audio', 'recording', '', '', '', '', ''],
    ],
    choices: [CHOICES, ...YN],
  },
  'entities and defaults of the last form': {
    survey: [
      [...SURVEY, 'save_to', 'default', 'trigger', 'calculation'],
      ['text', 'village', 'Village', 'village', Q('last-saved#village'), '', ''],
      ['select_one_from_file households.csv', 'household', 'Household', '', '', '', ''],
      ['text', 'upper', 'Upper', '', '', Q('village'), `translate(${Q('village')}, 'a', 'A')`],
    ],
    entities: [
      ['list_name', 'label', 'create_if'],
      ['households', Q('village'), 'true()'],
    ],
  },
  'sliders and rankings': {
    survey: [
      [...SURVEY, 'parameters', 'appearance'],
      ['range', 'pain', 'Pain', 'start=0 end=10 step=1', 'picker'],
      ['range', 'share', 'Share', 'start=0.5 end=5 step=0.5', 'vertical no-ticks'],
      ['range', 'below', 'Below zero', 'start=-5 end=5', 'rating'],
      ['rank yn', 'order', 'Order', 'randomize=true', ''],
    ],
    choices: [CHOICES, ...YN],
  },
  'settings and choices without any survey': {
    choices: [CHOICES, ...YN],
    settings: [['form_title'], ['Nothing to ask']],
  },
  'a wall of text': {
    survey: [
      SURVEY,
      ['note', 'wall', 'Long words. '.repeat(160)],
      ['text', 'long', `Why? ${'Because of this and that. '.repeat(30)}`],
      ['select_one long', 'choice', 'Which?'],
    ],
    choices: [
      CHOICES,
      ['long', 'a', 'An answer that goes on and on over far more than one line of a sheet of paper '.repeat(3)],
      ['long', 'b', 'Short'],
    ],
  },
  'words in letters that no font of ours has': {
    survey: [
      SURVEY,
      ['text', 'emoji', 'How do you feel? 😀'],
      ['text', 'han', '您叫什么名字？'],
      ['text', 'arabic', 'ما اسمك؟'],
      ['text', 'latin', 'Tên của ông, bà'],
    ],
  },
  'answers of a repeat used outside of it': {
    survey: [
      [...SURVEY, 'repeat_count', 'relevant', 'calculation'],
      ['begin_repeat', 'child', 'Child', 'indexed-repeat(1)', '', ''],
      ['select_one yn', 'school', 'At school?', '', '', ''],
      ['text', 'why', 'Why not?', '', `${Q('school')} = 'no'`, ''],
      ['end_repeat', '', '', '', '', ''],
      ['calculate', 'all', '', '', '', `sum(${Q('school')})`],
      ['text', 'after', 'If the first is not', '', `indexed-repeat(${Q('school')}, ${Q('child')}, 1) = 'no'`, ''],
      ['text', 'direct', 'Directly', '', `${Q('school')} = 'no'`, ''],
    ],
    choices: [CHOICES, ...YN],
  },
  'days in every manner': {
    survey: [
      [...SURVEY, 'appearance', 'constraint'],
      ['date', 'd1', 'Day', 'no-calendar', `. >= date('2020-01-01')`],
      ['date', 'd2', 'Month', 'month-year', ''],
      ['date', 'd3', 'Year', 'year', ''],
      ['date', 'd4', 'Day of another calendar', 'ethiopian', `. < ${Q('d1')}`],
      ['time', 't', 'Time', '', ''],
      ['datetime', 'dt', 'Moment', '', `. > now()`],
    ],
  },
  'four hundred questions': {
    survey: [
      [...SURVEY, 'relevant'],
      ...many(400, (n) => [
        n % 3 === 0 ? 'select_one yn' : 'integer',
        `q${n}`,
        `Question number ${n} of the survey`,
        n > 3 ? `${Q(`q${n - (n % 3)}`)} = 'yes'` : '',
      ]),
    ],
    choices: [CHOICES, ...YN],
  },
  'headers in capitals with spaces, and lists called otherwise': {
    ' Survey ': [
      [' TYPE', 'Name ', 'Label : English (en)', 'Constraint Message', 'Read Only', 'Required', 'BIND::RELEVANT'],
      [' Select_One  yn ', 'a', 'A', '', '', 'YES', ''],
      ['INTEGER', 'b', 'B', 'x', 'FALSE', 'No', `${Q('a')} = '-88'`],
    ],
    'CHOICES ': [
      ['List Name', 'Value', 'Caption'],
      ['yn', '-88', 'Refused'],
      ['yn', '1.0', 'Yes'],
      ['yn', '0', 'No'],
    ],
  },
  'twelve sheets, a survey among them': {
    'READ ME': [['How to use this form']],
    ...Object.fromEntries(many(9, (n) => [`Tab ${n}`, [['x'], [String(n)]]])),
    survey: [
      SURVEY,
      ['text', 'a', 'A'],
      ['', '', ''],
      ['', 'b', 'Looks like a comment'],
      ['# text', 'c', 'Switched off'],
    ],
    settings: [
      ['form_title', 'form_id'],
      ['=HYPERLINK("http://x","y")', '+1'],
    ],
  },
  'words that a spreadsheet would compute': {
    survey: [
      SURVEY,
      ['text', 'a', '=1+1'],
      ['note', 'b', '-5 is not "+5"'],
      ['text', 'c', '@SUM(A1)'],
      ['text', 'd', "'quoted"],
    ],
  },
  'required and read-only by expressions': {
    survey: [
      [...SURVEY, 'required', 'read_only', 'default', 'disabled'],
      ['text', 'a', 'A', `${Q('b')} > 3`, '', '', ''],
      ['text', 'b', 'Shown only', '', 'true()', '5', ''],
      ['integer', 'c', 'C', 'yes', `${Q('a')} = 1`, '0', ''],
      ['text', 'd', 'D', '', '', '', 'yes'],
    ],
  },
};
