import { randomBytes } from 'node:crypto';
import { formatDate, type PlainDate } from '@gandan/domain/calendar';
import { DomainError } from '@gandan/domain/errors';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import { sheetNumber } from '@gandan/domain/sheets';
import { officialName, type SheetRow } from '@gandan/print/sheets';
import type { CsvHousehold, HouseholdColumn } from './households-csv.ts';

/** A sheet of one line of the file. */
export interface CsvSheet extends SheetRow {
  readonly line: number;
  readonly code: string;
  readonly headName: string;
  readonly belongsTo: readonly string[];
}

/** Whom the form speaks of, as far as its slots tell: households, or nobody (a slip with a token). */
export type CsvSubject = 'household' | 'anonymous';

export function subjectOf({ pages }: LayoutMap): CsvSubject {
  const names = new Set(pages.flatMap(({ slots }) => slots.map(({ id }) => id.split('.')[0])));
  if (names.has('token')) return 'anonymous';
  if (names.has('headName') || names.has('householdCode')) return 'household';
  throw new DomainError('invalid', 'sheets.subject', {
    vi: 'Biểu mẫu này không dành cho hộ (không có chỗ in tên chủ hộ, mã hộ hay mã ẩn danh), nên không in theo danh sách hộ được.',
    en: 'This form is not for households (it has no place for a head, a household code or a token), so it cannot be printed from a list of households.',
  });
}

/** What the file must have: an anonymous slip never learns of a household. */
export const REQUIRED: Readonly<Record<CsvSubject, readonly HouseholdColumn[]>> = {
  household: ['code', 'head_name', 'address', 'group', 'hamlet', 'commune', 'cadre'],
  anonymous: ['group', 'hamlet', 'commune', 'cadre'],
};

export interface Numbering {
  readonly subject: CsvSubject;
  readonly prefix: string;
  readonly first: number;
  readonly heldOn: PlainDate | null;
}

/** One sheet for each household, numbered on, in the order of the file. */
export async function* csvSheets(
  households: AsyncIterable<CsvHousehold>,
  { subject, prefix, first, heldOn }: Numbering,
): AsyncGenerator<CsvSheet> {
  let serial = first;
  const day = heldOn === null ? '' : formatDate(heldOn);
  for await (const household of households) {
    const { line, commune, cadre } = household;
    const [hamlet, group] = [household.hamlet, groupName(household.group)];
    const shared = {
      issuer: issuers(commune),
      hamlet: officialName(hamlet),
      group: officialName(group),
      cadre,
      heldOn: day,
    };
    const belongsTo = [hamlet, group].filter((name) => name !== '');
    if (subject === 'anonymous') {
      yield { line, code: '', headName: '', belongsTo, number: newToken(), texts: { ...shared, period: day } };
      continue;
    }
    const { code, head_name: headName, address } = household;
    if (code === '' || headName === '') throw unnamed(line, code === '' ? 'code' : 'head_name');
    yield {
      line,
      code,
      headName,
      belongsTo,
      number: sheetNumber(prefix, serial).text,
      texts: { ...shared, headName, address, householdCode: code, place: places(group, hamlet, day) },
    };
    serial += 1;
  }
}

/** A group that is only a number says what it is the number of. */
function groupName(group: string): string {
  return /^\d+$/.test(group) ? `Tổ nhân dân tự quản số ${group}` : group;
}

function issuers(commune: string): readonly string[] | string {
  if (commune === '') return '';
  const name = /^(ubnd|ủy ban)/i.test(commune)
    ? commune
    : `Ủy ban nhân dân ${commune.charAt(0).toLocaleLowerCase('vi')}${commune.slice(1)}`;
  return officialName(name);
}

function places(group: string, hamlet: string, day: string): readonly string[] {
  const where = [group, hamlet].filter((name) => name !== '').join(', ');
  return day === '' ? [where, group] : [`${where}. Ngày họp: ${day}`, where, group];
}

/** Crockford's base 32: no I, L, O, U, so that a token is read one way only. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random token of 80 bits; it is nowhere but on its paper. */
function newToken(): string {
  return [...randomBytes(16)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
}

function unnamed(line: number, column: string): DomainError {
  const sentence = {
    vi: `Dòng ${line} của tệp CSV để trống cột ${column}. Hãy ghi đủ rồi in lại.`,
    en: `Line ${line} of the CSV file leaves the column ${column} empty. Fill it in, then print again.`,
  };
  return new DomainError('invalid', 'sheets.row', sentence, [{ row: line, column, sentence }]);
}
