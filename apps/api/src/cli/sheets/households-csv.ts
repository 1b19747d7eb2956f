import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError, invalidField, type Sentence } from '@gandan/domain/errors';
import { CsvError, type Parser, parse } from 'csv-parse';

/** One household of the file, its texts by column; `line` is where its row begins. */
export interface CsvHousehold {
  readonly line: number;
  readonly code: string;
  readonly head_name: string;
  readonly address: string;
  readonly group: string;
  readonly hamlet: string;
  readonly commune: string;
  readonly cadre: string;
}

export const HOUSEHOLD_COLUMNS = ['code', 'head_name', 'address', 'group', 'hamlet', 'commune', 'cadre'] as const;
export type HouseholdColumn = (typeof HOUSEHOLD_COLUMNS)[number];

/** A CSV file of households that is read row by row, however long it is. */
export interface HouseholdsCsv {
  /** Columns that nothing is printed from. */
  readonly ignored: readonly string[];
  readonly rows: AsyncIterable<CsvHousehold>;
}

const HEAD_BYTES = 65_536;
/** No cell is that long; a forgotten quotation mark would otherwise take the whole file as one. */
const LONGEST_ROW = 20_000;

/** Looks at the header and leaves the rows to be read. UTF-8, with `;` `,` or TAB between columns in any order. */
export async function openHouseholdsCsv(path: string, required: readonly HouseholdColumn[]): Promise<HouseholdsCsv> {
  const delimiter = await delimiterOf(path);
  const records = readRecords(path, delimiter);
  const head = await records.next();
  if (head.done === true) throw emptyFile(path);
  const names = head.value.cells.map((cell) => cell.trim().toLowerCase());
  const missing = required.filter((column) => !names.includes(column));
  const twice = HOUSEHOLD_COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0 || twice.length > 0) {
    await records.return(undefined);
    throw missing.length > 0 ? missingColumns(path, missing, names) : columnTwice(path, twice[0] ?? '');
  }
  const known: readonly string[] = HOUSEHOLD_COLUMNS;
  return {
    ignored: head.value.cells.map((cell) => cell.trim()).filter((cell) => !known.includes(cell.toLowerCase())),
    rows: households(records, path, names),
  };
}

async function* households(
  records: AsyncGenerator<CsvRecord>,
  path: string,
  names: readonly string[],
): AsyncGenerator<CsvHousehold> {
  const [code, headName, address, group, hamlet, commune, cadre] = HOUSEHOLD_COLUMNS.map((name) => names.indexOf(name));
  let count = 0;
  for await (const { cells, line } of records) {
    if (cells.length !== names.length) throw wrongCells(line, cells.length, names.length);
    const cell = (index: number | undefined) => cells[index ?? -1]?.trim() ?? '';
    count += 1;
    yield {
      line,
      code: cell(code),
      head_name: cell(headName),
      address: cell(address),
      group: cell(group),
      hamlet: cell(hamlet),
      commune: cell(commune),
      cadre: cell(cadre),
    };
  }
  if (count === 0) throw emptyFile(path);
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

async function* readRecords(path: string, delimiter: string): AsyncGenerator<CsvRecord> {
  let line = 1;
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      // Counted at the end of a record: the next one begins behind it, where no empty lines stand between.
      // The number travels as one more cell: the parser reads ahead of whoever takes its rows.
      cells.push(String(Math.max(line, lines - newlinesIn(cells))));
      line = lines + 1;
      return cells;
    },
  });
  const source = createReadStream(path, { highWaterMark: HEAD_BYTES });
  source.on('error', (error) => parser.destroy(error));
  void feed(source, parser);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { line: Number(cells.pop()), cells };
  } catch (error) {
    throw error instanceof CsvError ? brokenRow(error) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Decodes strictly on the way: a file of an old code page must not print wrong names. */
async function feed(source: AsyncIterable<Buffer>, parser: Parser): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source) {
      if (!parser.write(decoder.decode(chunk, { stream: true }))) {
        await new Promise<void>((resolve) => {
          parser.once('drain', resolve);
          parser.once('close', resolve);
        });
      }
      if (parser.destroyed) return;
    }
    decoder.decode();
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof TypeError ? notUtf8() : (error as Error));
  }
}

const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

/** Whichever separates the most names of the header. */
async function delimiterOf(path: string): Promise<string> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined || !info.isFile()) throw noFile(path);
  let head = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1', end: HEAD_BYTES })) head += chunk;
  if (head.includes('\0')) throw notUtf8();
  const [first = ''] = head.split(/\r?\n/);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

const noFile = (path: string) =>
  invalidField('households', 'cli.file', {
    vi: `Không có tệp ${path}. Hãy kiểm tra lại tên và thư mục.`,
    en: `There is no file ${path}. Check its name and folder.`,
  });

const emptyFile = (path: string) =>
  invalidField('households', 'sheets.no-households', {
    vi: `Tệp ${basename(path)} không có hộ nào. Cần một dòng tên cột (${HOUSEHOLD_COLUMNS.join(',')}) và mỗi hộ một dòng.`,
    en: `${basename(path)} has no households. It needs a line of column names (${HOUSEHOLD_COLUMNS.join(',')}) and a line for each household.`,
  });

const missingColumns = (path: string, missing: readonly string[], names: readonly string[]) =>
  invalidField('households', 'sheets.missing-columns', {
    vi: `Tệp ${basename(path)} thiếu cột ${missing.join(', ')}; dòng đầu có: ${shown(names)}. Hãy thêm cột rồi in lại.`,
    en: `${basename(path)} lacks the columns ${missing.join(', ')}; its first line has: ${shown(names)}. Add them, then print again.`,
  });

const shown = (names: readonly string[]) => {
  const list = names.slice(0, 12).map((name) => name.slice(0, 30));
  return `${list.join(', ')}${names.length > 12 ? ', …' : ''}`;
};

const columnTwice = (path: string, name: string) =>
  invalidField('households', 'sheets.column-twice', {
    vi: `Tệp ${basename(path)} có hai cột tên ${name}. Hãy đổi tên hoặc xóa một cột.`,
    en: `${basename(path)} has two columns named ${name}. Rename or delete one of them.`,
  });

const atLine = (line: number, code: string, sentence: Sentence) =>
  new DomainError('invalid', code, sentence, [{ row: line, sentence }]);

const wrongCells = (line: number, found: number, wanted: number) =>
  atLine(line, 'sheets.row', {
    vi: `Dòng ${line} của tệp CSV có ${found} ô, dòng tên cột có ${wanted}. Ô có dấu phân cách thì phải đặt trong dấu ngoặc kép.`,
    en: `Line ${line} of the CSV file has ${found} cells, the line of column names has ${wanted}. A cell with a separator in it needs quotation marks.`,
  });

const brokenRow = ({ lines, message }: CsvError & { readonly lines?: number }) =>
  atLine(lines ?? 1, 'sheets.row', {
    vi: `Tệp CSV hỏng ở khoảng dòng ${lines ?? 1}: dấu ngoặc kép không khép kín hoặc dòng quá dài.`,
    en: `The CSV file is broken around line ${lines ?? 1}: ${message}`,
  });

const notUtf8 = () =>
  invalidField('households', 'sheets.not-utf8', {
    vi: 'Tệp hộ không phải CSV UTF-8. Trong Excel, hãy chọn Lưu thành “CSV UTF-8 (*.csv)”.',
    en: 'The file of households is no CSV in UTF-8. In Excel, save it as “CSV UTF-8 (*.csv)”.',
  });
