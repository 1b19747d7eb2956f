import type { Label } from '../model.ts';
import { languageOf, OWN } from './columns.ts';
import { blanks } from './own.ts';
import { quoted, type Report } from './report.ts';
import type { Row, Table } from './sheet.ts';

/** Which columns hold the words that are printed: the office's language, and English beside it. */
export interface Languages {
  /** Header language of the printed words; null for columns without one. */
  readonly primary: string | null;
  readonly english: string | null;
  /** Written by this program: words are taken as they stand. */
  readonly own: boolean;
}

const PRINTED = new Set(['label', 'hint', 'constraint_message']);

/** Chooses the languages of a sheet from its label columns. `fallback` is the form's default language. */
export function chooseLanguages(table: Table, fallback: string, own: boolean): Languages {
  const names = [
    ...new Set(table.columns.filter(({ key }) => key === 'label').map(({ language }) => language ?? null)),
  ];
  const find = (wanted: 'vi' | 'en') => names.find((name) => name !== null && languageOf(name) === wanted) ?? null;
  const byDefault = names.find((name) => name !== null && name.toLowerCase() === fallback.toLowerCase());
  const primary = find('vi') ?? (names.includes(null) ? null : (byDefault ?? find('en') ?? names[0] ?? null));
  const printed = table.columns.filter(({ key }) => PRINTED.has(key));
  const spoken =
    printed.find(({ language }) => language !== undefined && languageOf(language) === 'en')?.language ?? null;
  return { primary, english: spoken === primary ? null : spoken, own };
}

/** Tells which language is printed in place of Vietnamese, and which are not printed. */
export function tellLanguages(table: Table, { primary, english }: Languages, report: Report): void {
  if (primary !== null && languageOf(primary) !== 'vi') tellForeign(table, primary, report);
  tellOthers(table, new Set([primary, english, null]), report);
}

function tellForeign(table: Table, primary: string, report: Report): void {
  const column = table.columns.find(({ key, language }) => key === 'label' && language === primary)?.header;
  report.warning(
    { sheet: table.name, row: table.headerRow, column },
    'label',
    `Trang này không có cột tiếng Việt; phiếu in bằng lời của cột “${quoted(column ?? primary)}”. Hãy thêm cột “label::Vietnamese (vi)”.`,
    `This sheet has no Vietnamese column; the words of “${quoted(column ?? primary)}” are printed. Add a column “label::Vietnamese (vi)”.`,
  );
}

function tellOthers(table: Table, printed: ReadonlySet<string | null>, report: Report): void {
  for (const { header, key, language, index } of table.columns) {
    if (language === undefined || printed.has(language) || key.startsWith(OWN) || key.startsWith('media')) continue;
    if (!table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) continue;
    report.info(
      { sheet: table.name, row: table.headerRow, column: header },
      'language',
      `Cột “${quoted(header)}” là ngôn ngữ khác nên không in.`,
      `The column “${quoted(header)}” is in another language and is not printed.`,
    );
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
    const exact = (words: string) => words.replace(/\$ ( *)\{/gu, (_, spaces: string) => `$${spaces}{`);
    const en = languages.english === null ? '' : exact(text(languages.english));
    const label = keptWords(table, row, key, exact(text(languages.primary)), en);
    if (label !== undefined) return { label };
  }
  const english = languages.english === null ? '' : text(languages.english);
  const primary = text(languages.primary) || (languages.primary === null ? '' : text(null));
  const en = english === '' ? {} : { en: english };
  if (primary !== '') return { label: { vi: primary, ...en } };
  const other = table.columns.find(
    (one) =>
      one.key === key &&
      // A hint in a language that nobody reads is no help; a question without words is none.
      (key === 'label' || one.language === languages.english) &&
      plainWords(row.cells[one.index] ?? '') !== '',
  );
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
  // Far too long to be printed: it is refused as it is, without searching it for marks.
  if (text.length > SEARCHED) return text.trim().normalize('NFC');
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

const SEARCHED = 5000;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
