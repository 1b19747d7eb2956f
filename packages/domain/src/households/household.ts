import { DomainError, type Sentence } from '../errors/index.ts';
import {
  MAX_ADDRESS,
  nameRule,
  personSortKey,
  requireCode,
  requireText,
  searchKey,
  type TextRule,
} from '../text/index.ts';

/** What the office writes down about a household: no citizen number, no birth dates (the product does not need them). */
export interface HouseholdFacts {
  readonly code: string;
  readonly headName: string;
  readonly address: string;
}

export const HOUSEHOLD_CODE: Sentence = { vi: 'Mã hộ', en: 'The household code' };
export const HEAD_NAME: TextRule = nameRule({ vi: 'Họ tên chủ hộ', en: 'The head’s name' });
export const ADDRESS: TextRule = { label: { vi: 'Địa chỉ', en: 'The address' }, max: MAX_ADDRESS, required: false };

/** The facts cleaned and checked, with the keys by which the household is sorted and found. */
export function checkHousehold(facts: HouseholdFacts): HouseholdFacts & HouseholdKeys {
  const code = requireCode(facts.code, HOUSEHOLD_CODE, 'code');
  const headName = requireText(facts.headName, HEAD_NAME, 'headName');
  const address = requireText(facts.address, ADDRESS, 'address');
  return { code, headName, address, ...householdKeys({ code, headName, address }) };
}

export interface HouseholdKeys {
  readonly sortKey: string;
  readonly searchKey: string;
}

/** Keys of facts that are clean already. */
export function householdKeys(facts: HouseholdFacts): HouseholdKeys {
  return { sortKey: personSortKey(facts.headName), searchKey: searchKey(facts.code, facts.headName, facts.address) };
}

/** The refusal of a second household with the same code. */
export function codeTaken(code: string, headName: string): DomainError {
  const sentence = {
    vi: `Mã hộ ${code} đã dùng cho hộ ${headName}. Hãy chọn mã khác.`,
    en: `The code ${code} already belongs to the household of ${headName}. Choose another one.`,
  };
  return new DomainError('conflict', 'household.code-taken', sentence, [{ path: 'code', sentence }]);
}
