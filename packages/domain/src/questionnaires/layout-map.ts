import type { PaperLayout } from './model.ts';

/**
 * The contract between printing, keying and scanning: where each field of a printed version stands on paper.
 * Millimetres, origin top left. Stored with the version, hashed, never recomputed for paper already printed.
 */
export interface LayoutMap {
  /** Hash of the field positions: a typo fix keeps it, a moved box does not. Six characters of the QR alphabet. */
  readonly layoutId: string;
  readonly questionnaire: { readonly code: string; readonly version: number };
  /** How it was laid out; left out in maps stored before there was a choice (A4). */
  readonly paper?: PaperLayout;
  /** Of one sheet's side: of the A5 when two sheets share an A4. */
  readonly pageSize: { readonly w: number; readonly h: number };
  readonly pages: readonly LayoutPage[];
}

export interface LayoutPage {
  /** From 1. */
  readonly page: number;
  /** Registration marks; `s` is the side in mm. */
  readonly marks: readonly { readonly id: string; readonly x: number; readonly y: number; readonly s: number }[];
  readonly qr: readonly { readonly x: number; readonly y: number; readonly s: number }[];
  readonly fields: readonly LayoutField[];
  readonly slots: readonly LayoutSlot[];
}

export interface LayoutField {
  readonly id: string;
  /** Answer name of the `PaperQuestion`. */
  readonly question: string;
  readonly kind: 'choice' | 'comb' | 'text';
  readonly choice?: string;
  readonly multiple?: boolean;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Comb cells. */
  readonly cells?: number;
  /** Which part of a number or a day these cells hold, where an answer is split over several combs. */
  readonly part?: 'whole' | 'fraction' | 'day' | 'month' | 'year';
}

/** A place where a sheet's own text is stamped (head of household, address, …). `y` is the top of the line box. */
export interface LayoutSlot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly fontSize: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

/** What a slot is for: `number.foot` is another place of `number`. */
export function slotName({ id }: Pick<LayoutSlot, 'id'>): string {
  return id.split('.')[0] ?? id;
}
