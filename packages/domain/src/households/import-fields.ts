import { DomainError, invalidField, type Sentence } from '../errors/index.ts';
import { searchKey } from '../text/index.ts';

/** What a column of an imported list can be. */
export const IMPORT_FIELDS = ['code', 'headName', 'address', 'hamlet', 'group'] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const IMPORT_FIELD_LABELS: Readonly<Record<ImportField, Sentence>> = {
  code: { vi: 'Mã hộ', en: 'Household code' },
  headName: { vi: 'Chủ hộ', en: 'Head of household' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  hamlet: { vi: 'Ấp, khu phố', en: 'Hamlet' },
  group: { vi: 'Tổ', en: 'Group' },
};

/** A list cannot be imported without these. */
export const REQUIRED_IMPORT_FIELDS: readonly ImportField[] = ['headName', 'group'];

/** Which column (counted from 0) holds which field. */
export type ColumnMapping = { readonly [field in ImportField]?: number };

// Folded words of headers as offices write them, the most telling first. A header matches a word group when it is it or
// begins with it; the order of the fields decides between them ("địa chỉ hộ" is an address, not a household).
const HEADER_WORDS: Readonly<Record<ImportField, readonly string[]>> = {
  code: ['ma ho gia dinh', 'ma so ho', 'ma ho', 'so ho', 'household code', 'household id', 'code', 'ma'],
  headName: [
    ...[
      'ho va ten chu ho',
      'ho ten chu ho',
      'ten chu ho',
      'chu ho',
      'head of household',
      'household head',
      'head name',
    ],
    ...['headname', 'head', 'ho va ten', 'ho ten', 'ho gia dinh', 'full name', 'name', 'ten ho'],
  ],
  address: ['dia chi', 'noi o', 'cho o', 'noi thuong tru', 'thuong tru', 'so nha', 'address'],
  hamlet: ['ap khu pho', 'ap', 'khu pho', 'khom', 'thon', 'to dan pho', 'hamlet', 'village', 'quarter'],
  group: [
    ...['to nhan dan tu quan', 'to tu quan', 'to nd tq', 'to ndtq', 'tndtq', 'ma to', 'ten to', 'so to', 'to so', 'to'],
    ...['group code', 'group name', 'group'],
  ],
};

/** Proposes the columns from their headers; a header that says nothing known is left alone. */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const keys = headers.map((header) => headerKey(header));
  const mapping: { [field in ImportField]?: number } = {};
  const taken = new Set<number>();
  const candidates = IMPORT_FIELDS.flatMap((field) =>
    keys.map((key, index) => ({ field, index, score: headerScore(field, key) })),
  )
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  for (const { field, index } of candidates) {
    if (mapping[field] !== undefined || taken.has(index)) continue;
    mapping[field] = index;
    taken.add(index);
  }
  return mapping;
}

/** How many fields a row of headers names: the row of a sheet that names most is its header row. */
export function headerRowScore(cells: readonly string[]): number {
  return Object.keys(guessMapping(cells)).length;
}

/** Refuses a mapping that misses a needed column, names one that is not there, or uses one twice. */
export function requireMapping(mapping: ColumnMapping, headers: readonly string[]): void {
  const missing = REQUIRED_IMPORT_FIELDS.filter((field) => mapping[field] === undefined);
  if (missing.length > 0) {
    const vi = missing.map((field) => `“${IMPORT_FIELD_LABELS[field].vi}”`).join(', ');
    const en = missing.map((field) => `“${IMPORT_FIELD_LABELS[field].en}”`).join(', ');
    const seen = headers.slice(0, 12).map((header) => `“${header.slice(0, 40)}”`);
    throw new DomainError(
      'invalid',
      'import.columns',
      {
        vi: `Không thấy cột ${vi}. Tệp có các cột: ${seen.join(', ')}. Hãy chọn cột cho từng mục, hoặc sửa dòng tiêu đề của tệp.`,
        en: `There is no column for ${en}. The file has: ${seen.join(', ')}. Choose a column for each item, or correct the header row of the file.`,
      },
      missing.map((field) => ({
        path: `mapping.${field}`,
        sentence: { vi: 'Hãy chọn cột cho mục này.', en: 'Choose a column for this item.' },
      })),
    );
  }
  const used = new Map<number, ImportField>();
  for (const field of IMPORT_FIELDS) {
    const column = mapping[field];
    if (column === undefined) continue;
    const other = used.get(column);
    if (column < headers.length && other === undefined) {
      used.set(column, field);
      continue;
    }
    const label = IMPORT_FIELD_LABELS[field];
    const sentence =
      other === undefined
        ? {
            vi: `Mục “${label.vi}” chỉ vào một cột không có trong tệp.`,
            en: `“${label.en}” points to a column that the file lacks.`,
          }
        : {
            vi: `Mục “${label.vi}” và “${IMPORT_FIELD_LABELS[other].vi}” dùng chung một cột. Hãy chọn cột khác.`,
            en: `“${label.en}” and “${IMPORT_FIELD_LABELS[other].en}” use the same column. Choose another one.`,
          };
    throw invalidField(`mapping.${field}`, 'import.mapping', sentence);
  }
}

function headerKey(header: string): string {
  return searchKey(header)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

function headerScore(field: ImportField, key: string): number {
  let best = 0;
  for (const words of HEADER_WORDS[field]) {
    if (key === words) best = Math.max(best, 1000 + words.length);
    else if (key.startsWith(`${words} `)) best = Math.max(best, words.length);
  }
  return best;
}
