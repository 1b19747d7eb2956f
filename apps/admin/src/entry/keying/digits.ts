import type { DateItem, DecimalItem, IntegerItem, Question } from '@gandan/domain/questionnaires';

/** What is keyed digit by digit into the cells of a comb. `typed` holds the digits, of a decimal also its comma. */
export type DigitsItem = IntegerItem | DecimalItem | DateItem;

export const isDigits = (item: Question): item is DigitsItem =>
  item.type === 'integer' || item.type === 'decimal' || item.type === 'date';

/** A household may write more digits than there are cells; a number of more than these is no number any more. */
const MOST_DIGITS = 12;
const DAY_DIGITS = 8;

/** One more digit, and whether the cells are full with it; `longer`: only Enter ends the number. */
export function withDigit(
  item: DigitsItem,
  typed: string,
  digit: string,
  longer: boolean,
): { readonly typed: string; readonly full: boolean } {
  switch (item.type) {
    case 'integer': {
      const next = typed + digit;
      return { typed: next, full: next.length >= (longer ? MOST_DIGITS : item.digits) };
    }
    case 'date': {
      const next = typed + digit;
      return { typed: next, full: next.length >= DAY_DIGITS };
    }
    case 'decimal': {
      const [whole = '', fraction] = typed.split(',');
      // Full cells before the comma: the next digit stands behind it, as on paper.
      if (fraction === undefined && whole.length < (longer ? MOST_DIGITS : item.digits)) {
        return { typed: whole + digit, full: false };
      }
      const behind = (fraction ?? '') + digit;
      return { typed: `${whole},${behind}`, full: behind.length >= (longer ? MOST_DIGITS : item.decimals) };
    }
  }
}

/** A comma between the parts of a decimal; between those of a day any sign ends a part that one digit is written in. */
export function withSeparator(item: DigitsItem, typed: string): string {
  if (item.type === 'decimal') return typed.includes(',') || typed === '' ? typed : `${typed},`;
  if (item.type === 'date' && (typed.length === 1 || typed.length === 3)) {
    return `${typed.slice(0, -1)}0${typed.slice(-1)}`;
  }
  return typed;
}

/** Without its last digit; a comma that then ends it goes too. */
export function withoutLast(typed: string): string {
  return typed.slice(0, -1).replace(/,$/, '');
}

/** The answer that the digits are; `null` while they are none: a day that is not whole. */
export function valueOfTyped(item: DigitsItem, typed: string): number | string | null {
  if (item.type !== 'date') return Number(typed.replace(',', '.'));
  return typed.length === DAY_DIGITS ? `${typed.slice(4)}-${typed.slice(2, 4)}-${typed.slice(0, 2)}` : null;
}

/** How an answer was typed: what stands in the cells when one comes back to it. */
export function typedOf(item: DigitsItem, value: unknown): string {
  if (item.type !== 'date') return String(value).replace('.', ',');
  const [year = '', month = '', day = ''] = String(value).split('-');
  return day + month + year;
}

/** A run of cells on the screen, with the sign before it. */
export interface CellRun {
  readonly before: string;
  readonly digits: readonly string[];
  /** The cell that the next digit goes into, if it is in this run. */
  readonly here: number;
}

/** The cells as the paper has them, filled with what is typed; the number grows out of them when it is longer. */
export function cellRuns(item: DigitsItem, typed: string, longer: boolean): readonly CellRun[] {
  const run = (digits: string, size: number, before: string, current: boolean): CellRun => {
    const width = Math.max(size, digits.length, longer && current ? size + 1 : 0);
    return {
      before,
      digits: Array.from({ length: width }, (_, index) => digits[index] ?? ''),
      here: current ? digits.length : -1,
    };
  };
  switch (item.type) {
    case 'integer':
      return [run(typed, item.digits, '', true)];
    case 'decimal': {
      const [whole = '', fraction] = typed.split(',');
      const behind = fraction !== undefined || (!longer && whole.length >= item.digits);
      return [run(whole, item.digits, '', !behind), run(fraction ?? '', item.decimals, ',', behind)];
    }
    case 'date': {
      const at = typed.length < 2 ? 0 : typed.length < 4 ? 1 : 2;
      return [
        run(typed.slice(0, 2), 2, '', at === 0),
        run(typed.slice(2, 4), 2, '/', at === 1),
        run(typed.slice(4), 4, '/', at === 2),
      ];
    }
  }
}
