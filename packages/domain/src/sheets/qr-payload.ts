import { compactNumber, readSheetNumber, type SheetNumber } from './number.ts';

/** What the two QR codes of a side say; never a name. */
export interface QrPayload {
  readonly layoutId: string;
  readonly number: SheetNumber;
  /** From 1. */
  readonly page: number;
}

/** `GD1:LAYOUT:PL0004127K:1`; at most 29 characters of the QR alphabet, what version 2 with correction Q holds. */
export function formatQrPayload(layoutId: string, number: string, page: number): string {
  return `GD1:${layoutId}:${compactNumber(number)}:${page}`;
}

/** The payload, or null when the code is not one of ours or its check characters do not fit. */
export function parseQrPayload(text: string): QrPayload | null {
  const match = /^GD1:([0-9A-Z]{6}):([0-9A-Z]+):(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, layoutId = '', compact = '', page = ''] = match;
  const number = readSheetNumber(compact);
  // The code is printed by us, so a number that only passes after swapping O and 0 is a misread, not a habit.
  if (number === null || compactNumber(number.text) !== compact) return null;
  return { layoutId, number, page: Number(page) };
}
