import type { Sentence } from '../../errors/index.ts';

/** What a cell of the column `type` asks for. */
export type RowType =
  | { readonly as: 'select_one' | 'select_multiple' | 'rank'; readonly list: string; readonly orOther: boolean }
  | { readonly as: 'integer' | 'decimal' | 'date' | 'text' | 'note' | 'range' | 'acknowledge' }
  /** A number with bounds that the type says itself. */
  | { readonly as: 'bounded'; readonly max: number }
  /** Printed as a line to write on; `told` says why. */
  | { readonly as: 'line'; readonly told: Sentence; readonly list?: string }
  /** A picture with a pen: a line to sign on when its appearance says signature. */
  | { readonly as: 'picture' }
  | { readonly as: 'left'; readonly told: Sentence }
  /** Filled by a machine: nobody would answer it. */
  | { readonly as: 'machine'; readonly told: Sentence }
  | { readonly as: 'begin'; readonly what: 'group' | 'repeat'; readonly loop?: string }
  | { readonly as: 'end'; readonly what: 'group' | 'repeat' }
  | { readonly as: 'unknown' };

const say = (vi: string, en: string): Sentence => ({ vi, en });

const BY_MACHINE = say('máy tự ghi, giấy không có', 'a machine fills it; paper has nothing for it');
const NO_MEDIA = say(
  'giấy không thu được; nếu cần, hãy để cán bộ chụp, ghi riêng và ghi số phiếu vào đó',
  'paper cannot record it; if it is needed, take it apart and write the sheet number on it',
);
const NO_MAP = say(
  'giấy không ghi được tọa độ; nếu cần, hãy thêm câu chữ hỏi địa chỉ hay vị trí',
  'paper cannot record coordinates; if it is needed, add a text question for the address',
);

/** How each type is spelled, old and new, → what it is on paper. */
const PLAIN: ReadonlyMap<string, RowType> = new Map([
  ...spelled({ as: 'text' }, 'text', 'string', 'q string', 'add text prompt', 'str'),
  ...spelled({ as: 'integer' }, 'integer', 'int', 'q int', 'add integer prompt'),
  ...spelled({ as: 'decimal' }, 'decimal', 'q decimal', 'add decimal prompt', 'double', 'float'),
  ...spelled({ as: 'date' }, 'date', 'q date', 'add date prompt'),
  ...spelled({ as: 'note' }, 'note', 'q note', 'add note prompt'),
  ...spelled({ as: 'range' }, 'range'),
  ...spelled({ as: 'acknowledge' }, 'acknowledge', 'q acknowledge', 'add acknowledge prompt', 'trigger'),
  ...spelled({ as: 'bounded', max: 100 }, 'percentage'),
  ...spelled({ as: 'bounded', max: 31 }, 'number of days in last month'),
  ...spelled({ as: 'bounded', max: 183 }, 'number of days in last six months'),
  ...spelled({ as: 'bounded', max: 365 }, 'number of days in last year'),
  ...spelled({ as: 'picture' }, 'image', 'photo', 'q image', 'q picture', 'add image prompt', 'add photo prompt'),
  ...line('phone number', 'số điện thoại được viết trên dòng kẻ', 'a phone number is written on a line'),
  ...line(
    ['time', 'q time', 'add time prompt'],
    'giờ được viết trên dòng kẻ (giờ : phút)',
    'a time is written on a line (hours : minutes)',
  ),
  ...line(
    ['datetime', 'date time', 'q date time', 'q datetime', 'add date time prompt', 'add datetime prompt'],
    'ngày giờ được viết trên dòng kẻ; nếu chỉ cần ngày, hãy dùng “date”',
    'a day and time are written on a line; if the day is enough, use “date”',
  ),
  ...line(
    ['barcode', 'q barcode', 'add barcode prompt'],
    'giấy không quét mã vạch; mã được viết trên dòng kẻ',
    'paper scans no barcode; the code is written on a line',
  ),
  ...left(NO_MEDIA, 'audio', 'q audio', 'add audio prompt', 'video', 'q video', 'add video prompt'),
  ...left(NO_MEDIA, 'file', 'add file prompt', 'background-audio', 'draw', 'signature', 'annotate'),
  ...left(NO_MAP, 'geopoint', 'gps', 'location', 'q geopoint', 'q location', 'add location prompt'),
  ...left(NO_MAP, 'geotrace', 'geoshape', 'osm', 'start-geopoint', 'background-geopoint'),
  ...machine('start', 'start time', 'get start time', 'end', 'end time', 'get end time', 'today', 'get today'),
  ...machine('deviceid', 'device id', 'get device id', 'imei', 'uri:deviceid', 'subscriberid', 'subscriber id'),
  ...machine('get subscriber id', 'uri:subscriberid', 'simserial', 'sim id', 'get sim id', 'uri:simserial'),
  ...machine('phonenumber', 'get phone number', 'uri:phonenumber', 'username', 'uri:username', 'email', 'uri:email'),
  ...machine('audit', 'instanceid', 'instancename', 'deviceinfo', 'version', '__version__'),
  ...spelled(
    {
      as: 'machine',
      told: say(
        'giấy không tính được; số này chỉ tính được khi nhập hoặc sau khi nhập',
        'paper cannot compute it; it can only be computed from the keyed answers',
      ),
    },
    ...['calculate', 'q calculate', 'add calculate prompt', 'calculation'],
  ),
  ...spelled({ as: 'machine', told: say('câu ẩn, không ai thấy', 'hidden, nobody would see it') }, 'hidden'),
  ...left(
    say('danh sách của tệp ngoài không có trên giấy', 'a list of another file is not on paper'),
    'xml-external',
    'csv-external',
  ),
  ...left(
    say(
      'biểu mẫu được ghép từ tệp khác mà tệp này không có; hãy chép các câu đó vào đây',
      'it is put together from another file that is not here; copy those questions into this form',
    ),
    'include',
    'xform',
  ),
  ...left(
    say(
      'bảng chấm điểm, xếp hạng của KoboToolbox không in được; hãy dùng begin_group với table-list',
      'a score or rank of KoboToolbox cannot be printed; use begin_group with table-list',
    ),
    'score__row',
    'rank__level',
  ),
]);

function spelled(type: RowType, ...names: readonly string[]): [string, RowType][] {
  return names.map((name) => [name, type]);
}
function line(names: string | readonly string[], vi: string, en: string): [string, RowType][] {
  return spelled({ as: 'line', told: say(vi, en) }, ...[names].flat());
}
function left(told: Sentence, ...names: readonly string[]): [string, RowType][] {
  return spelled({ as: 'left', told }, ...names);
}
function machine(...names: readonly string[]): [string, RowType][] {
  return spelled({ as: 'machine', told: BY_MACHINE }, ...names);
}

/** Every spelling without a list that is understood, for the test that none is dropped in silence. */
export const PLAIN_TYPES: readonly string[] = [...PLAIN.keys()];

const OTHER = /\s+(?:or[ _]other|or specify other)$/iu;
const SELECT_ONE =
  /^(?:select[ _]?one(?:[ _](?:from|using))?|select1|q select1|add select one prompt using|select one from)\s+(\S.*)$/iu;
const SELECT_MULTIPLE =
  /^(?:select[ _]?multiple(?:[ _](?:from|using))?|select all that apply(?: from| using)?|q select|add select multiple prompt using|select)\s+(\S.*)$/iu;
const FROM_FILE = /^select[ _](?:one|multiple)[ _]from[ _]file\s+(\S.*)$/iu;
const EXTERNAL = /^select[ _](?:one|multiple)[ _]external\s+(\S.*)$/iu;
const RANK = /^(?:rank|odk:rank)\s+(\S.*)$/iu;
const GROUPS: Readonly<Record<string, 'group' | 'repeat'>> = {
  group: 'group',
  repeat: 'repeat',
  lgroup: 'repeat',
  'looped group': 'repeat',
  loop: 'repeat',
  kobomatrix: 'group',
  score: 'group',
  rank: 'group',
};
const BOUNDARY =
  /^(begin|end)[ _](group|repeat|lgroup|looped group|loop|kobomatrix|score|rank)(?:\s+over\s+(\S+))?(?:\s.*)?$/iu;

/** Understands a cell of the column `type`, whatever its case and spaces. */
export function readType(cell: string): RowType {
  const text = cell.replace(/\s+/gu, ' ').trim();
  const boundary = BOUNDARY.exec(text);
  if (boundary !== null) {
    const [, edge = '', word = '', loop] = boundary;
    const what = GROUPS[word.toLowerCase()] ?? 'group';
    if (edge.toLowerCase() === 'end') return { as: 'end', what };
    return { as: 'begin', what, ...(loop === undefined ? {} : { loop }) };
  }
  const plain = PLAIN.get(text.toLowerCase());
  if (plain !== undefined) return plain;
  return readSelect(text) ?? (/^(?:geo\w+|osm\b.*)$/iu.test(text) ? { as: 'left', told: NO_MAP } : { as: 'unknown' });
}

function readSelect(text: string): RowType | undefined {
  if (FROM_FILE.test(text)) return { as: 'line', told: LIST_ELSEWHERE };
  const external = EXTERNAL.exec(text);
  if (external !== null) return { as: 'line', told: LIST_ELSEWHERE };
  const rank = RANK.exec(text);
  if (rank !== null) return { as: 'rank', list: (rank[1] ?? '').trim(), orOther: false };
  for (const [as, pattern] of [
    ['select_one', SELECT_ONE],
    ['select_multiple', SELECT_MULTIPLE],
  ] as const) {
    const match = pattern.exec(text.replace(OTHER, ''));
    if (match === null) continue;
    const list = (match[1] ?? '').trim();
    if (/^\$\{|\.(?:csv|xml|geojson)$/iu.test(list)) return { as: 'line', told: LIST_ELSEWHERE };
    return { as, list, orOther: OTHER.test(text) };
  }
  return undefined;
}

const LIST_ELSEWHERE = say(
  'danh sách để chọn nằm ngoài biểu mẫu này nên câu trả lời được viết trên dòng kẻ',
  'its list stands outside of this form, so the answer is written on a line',
);
