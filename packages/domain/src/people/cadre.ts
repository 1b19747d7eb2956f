import { isWithin, type PlainDate } from '../calendar/index.ts';
import { invalidField, type Sentence } from '../errors/index.ts';
import { nameRule, personSortKey, requireCode, requireText, searchKey } from '../text/index.ts';

/** What the office writes down about a cadre (cán bộ được phân công). */
export interface CadreFacts {
  readonly code: string;
  readonly name: string;
  readonly post: string;
  readonly department: string;
  readonly isLeader: boolean;
  readonly activeFrom: PlainDate;
  readonly activeTo: PlainDate | null;
}

const CODE: Sentence = { vi: 'Mã cán bộ', en: 'The code' };
const NAME = nameRule({ vi: 'Họ và tên', en: 'The name' });
const POST = nameRule({ vi: 'Chức danh', en: 'The post' });
const DEPARTMENT = nameRule({ vi: 'Phòng, ban, đơn vị', en: 'The department' });

/** The facts cleaned (NFC, spaces) and checked, with the keys by which the cadre is sorted and found. */
export function checkCadre(facts: CadreFacts): CadreFacts & { readonly sortKey: string; readonly searchKey: string } {
  const code = requireCode(facts.code, CODE, 'code');
  const name = requireText(facts.name, NAME, 'name');
  const post = requireText(facts.post, POST, 'post');
  const department = requireText(facts.department, DEPARTMENT, 'department');
  if (facts.activeTo !== null && facts.activeTo <= facts.activeFrom) {
    const sentence = {
      vi: 'Ngày thôi công tác phải sau ngày bắt đầu.',
      en: 'The last day of work must come after the first one.',
    };
    throw invalidField('activeTo', 'cadre.period', sentence);
  }
  const keys = { sortKey: personSortKey(name), searchKey: searchKey(code, name, post, department) };
  return { ...facts, code, name, post, department, ...keys };
}

export function isActiveOn(cadre: Pick<CadreFacts, 'activeFrom' | 'activeTo'>, date: PlainDate): boolean {
  return isWithin(date, cadre.activeFrom, cadre.activeTo);
}
