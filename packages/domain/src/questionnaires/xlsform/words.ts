import type { Label } from '../model.ts';
import { languageOf, OWN } from './columns.ts';
import { blanks } from './own.ts';
import { quoted, type Report } from './report.ts';
import type { Column, Row, Table } from './sheet.ts';

/** Which columns hold the words that are printed: the office's language, and English beside it. */
export interface Languages {
  /** Header language of the printed words; null for columns without one. */
  readonly primary: string | null;
  readonly english: string | null;
  /** Written by this program: words are taken as they stand. */
  readonly own: boolean;
}

const PRINTED = new Set(['label', 'hint', 'constraint_message']);

/** Chooses the languages of a form from the label columns of its sheets, and tells what is not printed. */
export function chooseLanguages(tables: readonly Table[], fallback: string, own: boolean, report: Report): Languages {
  const columns = tables.flatMap((table) =>
    table.columns.filter(({ key }) => key === 'label').map((column) => ({ table, column })),
  );
  const names = [...new Set(columns.map(({ column }) => column.language ?? null))];
  const find = (wanted: 'vi' | 'en') => names.find((name) => name !== null && languageOf(name) === wanted) ?? null;
  const vietnamese = find('vi');
  const plain = names.includes(null);
  const byDefault = names.find((name) => name !== null && name.toLowerCase() === fallback.toLowerCase());
  const primary = vietnamese ?? (plain ? null : (byDefault ?? find('en') ?? names[0] ?? null));
  const everywhere = tables.flatMap(({ columns }) => columns.filter(({ key }) => PRINTED.has(key)));
  const spoken =
    everywhere.find(({ language }) => language !== undefined && languageOf(language) === 'en')?.language ?? null;
  const english = spoken === primary ? null : spoken;
  if (primary !== null && vietnamese === null) tellForeign(columns, primary, report);
  tellOthers(tables, new Set([primary, english, null]), report);
  return { primary, english, own };
}

function tellForeign(columns: readonly { table: Table; column: Column }[], primary: string, report: Report): void {
  const first = columns.find(({ column }) => column.language === primary);
  report.warning(
    { sheet: first?.table.name ?? 'survey', row: first?.table.headerRow, column: first?.column.header },
    'label',
    `Biểu mẫu không có cột tiếng Việt; phiếu in bằng lời của cột “${quoted(primary)}”. Hãy thêm cột “label::Vietnamese (vi)”.`,
    `The form has no Vietnamese column; the words of “${quoted(primary)}” are printed. Add a column “label::Vietnamese (vi)”.`,
  );
}

function tellOthers(tables: readonly Table[], printed: ReadonlySet<string | null>, report: Report): void {
  for (const table of tables) {
    for (const { header, key, language, index } of table.columns) {
      if (language === undefined || printed.has(language) || key.startsWith(OWN)) continue;
      if (!table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) continue;
      report.info(
        { sheet: table.name, row: table.headerRow, column: header },
        'language',
        `Cột “${quoted(header)}” là ngôn ngữ khác nên không in.`,
        `The column “${quoted(header)}” is in another language and is not printed.`,
      );
    }
  }
}

/** Words of a row under a key; undefined when there are none in any language. `found` names a language that stood in. */
export function wordsOf(
  table: Table,
  row: Row,
  key: string,
  languages: Languages,
): { readonly label: Label; readonly insteadOf?: string } | undefined {
  const text = (language: string | null) => {
    const column = table.columns.find((one) => one.key === key && (one.language ?? null) === language);
    const words = column === undefined ? '' : (row.cells[column.index] ?? '');
    return languages.own ? words : plainWords(words);
  };
  if (languages.own) {
    const label = keptWords(
      table,
      row,
      key,
      text(languages.primary),
      languages.english === null ? '' : text(languages.english),
    );
    if (label !== undefined) return { label };
  }
  const english = languages.english === null ? '' : text(languages.english);
  const primary = text(languages.primary) || (languages.primary === null ? '' : text(null));
  const en = english === '' ? {} : { en: english };
  if (primary !== '') return { label: { vi: primary, ...en } };
  const other = table.columns.find((one) => one.key === key && plainWords(row.cells[one.index] ?? '') !== '');
  if (other === undefined) return undefined;
  return { label: { vi: plainWords(row.cells[other.index] ?? ''), ...en }, insteadOf: other.header };
}

/** Words as we wrote them, those that are there yet empty too. */
function keptWords(table: Table, row: Row, key: string, vi: string, en: string): Label | undefined {
  const there = blanks(table, row);
  if (vi === '' && en === '' && !there.has(`${key}.vi`)) return undefined;
  return { vi, ...(en !== '' || there.has(`${key}.en`) ? { en } : {}) };
}

/**
 * Words as paper prints them: without the marks of bold and headings, without HTML, line ends kept. `${name}`, which a
 * telephone replaces by an answer, becomes dots.
 */
export function plainWords(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/giu, ' ')
    .replace(/&nbsp;/giu, ' ')
    .replace(/&(amp|lt|gt|quot);/giu, (_, name: string) => ENTITIES[name.toLowerCase()] ?? ' ')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/^#{1,6}\s+/gmu, '')
    .replace(/\$\{[^}]*\}|%\(\w+\)s/gu, '……')
    .replace(/[ \t\u00a0]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
