import type { PacketPaper } from '@gandan/domain/meetings';
import { z } from 'zod';

const Choice = z.union([
  z.strictObject({ from: z.string().min(1).max(80), to: z.string().min(1).max(80) }),
  z.array(z.string().min(1).max(80)).min(1).max(2000),
]);

/** What the office asks the press for. */
export const PrintRequest = z.strictObject({
  meetings: z
    .array(z.strictObject({ year: z.number().int(), id: z.uuid() }))
    .min(1)
    .max(500),
  /** A reprint: sheets that are still out get new numbers and the old copies are void. */
  again: z.boolean().optional(),
  /** A reprint of some sheets of one meeting: these numbers, or all between two of them. */
  sheets: Choice.optional(),
  /** Why sheets are printed again; stands in the ledger beside the old copies. */
  reason: z
    .string()
    .max(300)
    .transform((words) => words.normalize('NFC').trim())
    .optional(),
  /** `large`: letters of 14 pt, for those who see badly. Left out: the paper that the questionnaire is made for. */
  paper: z.enum(['a4', 'large']).optional(),
  /** Sheets and minutes unless said otherwise; slips only when asked for. */
  papers: z
    .strictObject({ sheets: z.boolean().optional(), slips: z.boolean().optional(), minutes: z.boolean().optional() })
    .optional(),
  /** One file of everything (the default), one a hamlet, or one a group. */
  files: z.enum(['one', 'hamlet', 'group']).optional(),
});
export type PrintRequest = z.infer<typeof PrintRequest>;

/** Papers of the packet that stay out: a reprint of some sheets is nothing but these sheets. */
export function leftOut({ sheets, papers }: PrintRequest): readonly PacketPaper[] {
  const some = sheets !== undefined;
  const noSheets = papers?.sheets === false;
  return [
    ...(some || noSheets ? (['lists', 'tally'] as const) : []),
    ...(noSheets ? (['sheets'] as const) : []),
    ...((papers?.minutes ?? !some) ? [] : (['minutes'] as const)),
  ];
}
