import { CsvError, parse } from 'csv-parse/sync';
import type { TableLimits } from './limits.ts';
import { refusals } from './refusals.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** The rows of a CSV text in UTF-8 or UTF-16, whatever of `,` `;` or TAB separates its columns. */
export function readCsv(bytes: Uint8Array, limits: TableLimits): string[][] {
  const { text, delimiter } = withoutSeparatorLine(decode(bytes));
  if (text.trim() === '') throw refusals.empty();
  const rows = parseText(text, delimiter ?? detectDelimiter(text), limits);
  if (rows.length > limits.rows) throw refusals.tooManyRows();
  if (rows.some((cells) => cells.length > limits.columns && cells.slice(limits.columns).some((cell) => cell !== ''))) {
    throw refusals.tooManyColumns();
  }
  return rows.map((cells) => cells.slice(0, limits.columns).map((cell) => cell.slice(0, limits.cell)));
}

/** UTF-8 with or without BOM, UTF-16 either way round; old code pages and binary files are refused. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  const guess = guessUtf16(bytes);
  if (guess !== null) return utf16(bytes, guess);
  if (bytes.subarray(0, 65_536).includes(0)) throw refusals.notText();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (looksBinary(text)) throw refusals.notText();
    return text;
  } catch (error) {
    if (error instanceof TypeError) throw looksLikeText(bytes) ? refusals.oldCodePage() : refusals.notText();
    throw error;
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (looksBinary(text)) throw refusals.notText();
    return text;
  } catch (error) {
    throw error instanceof TypeError ? refusals.notText() : error;
  }
}

/** Without a BOM, UTF-16 shows by the zero half of its spaces, digits and separators. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  let low = 0;
  let high = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index] !== 0 && head[index + 1] === 0) low += 1;
    if (head[index] === 0 && head[index + 1] !== 0) high += 1;
  }
  const enough = head.length / 8;
  if (low > enough && high === 0) return 'utf-16le';
  if (high > enough && low === 0) return 'utf-16be';
  return null;
}

function looksBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0;
  return strange > head.length / 50;
}

/** Bytes of an old code page are letters, line ends and accents above 0x7f, hardly any control characters. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const strange = head.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)).length;
  return strange <= head.length / 50;
}

/** Excel reads a first line `sep=;` as the separator of the columns. */
function withoutSeparatorLine(text: string): { text: string; delimiter?: string } {
  const match = /^\ufeff?sep=(.)\r?\n/iu.exec(text);
  const delimiter = match?.[1];
  if (match === null || delimiter === undefined) return { text };
  return { text: text.slice(match[0].length), delimiter };
}

function detectDelimiter(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/gu, '')
    .split(/\r?\n/u)
    .slice(0, 30);
  const counts = DELIMITERS.map((delimiter) => {
    const perLine = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    // A separator stands in most lines equally often; a comma inside addresses does not.
    const usual = perLine.toSorted((a, b) => a - b)[Math.floor(perLine.length / 2)] ?? 0;
    const steady = perLine.filter((count) => count === usual).length;
    return { delimiter, weight: usual === 0 ? 0 : steady * 100 + usual };
  });
  return counts.toSorted((a, b) => b.weight - a.weight)[0]?.delimiter ?? ',';
}

function parseText(text: string, delimiter: string, limits: TableLimits): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      // All three, mixed as they come: lists are pasted together from several programs.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      to: limits.rows + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) throw refusals.quotes(typeof error.lines === 'number' ? error.lines : 1);
    throw error;
  }
}
