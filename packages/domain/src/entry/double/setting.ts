import { z } from 'zod';

/** What of a questionnaire's sheets is keyed a second time, by somebody else who does not see the first keying. */
export interface DoubleEntry {
  /** Of a hundred sheets so many are drawn and keyed whole a second time: 0 none, 100 all. */
  readonly share: number;
  /** Of the sheets that are not drawn, the questions that feed an evaluation are still keyed twice. */
  readonly evaluated: boolean;
}

/** What holds until the office decides otherwise. */
export const SINGLE_ENTRY: DoubleEntry = { share: 0, evaluated: false };

export const DoubleEntrySchema = z.strictObject({
  share: z.number().int().min(0).max(100),
  evaluated: z.boolean(),
});
