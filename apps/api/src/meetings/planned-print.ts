import type { PacketView } from '@gandan/domain/meetings';
import type { PrintPlan } from '@gandan/domain/sheets';

/**
 * What a print is going to put on paper, numbered and with every text as it is now. Kept with the job until its paper
 * is in the ledger, so that a job that is picked up again draws the very same pages.
 */
export interface PlannedPrint {
  /** When the numbers were given out: an instant in ISO form, as the plan is stored as JSON. */
  readonly madeAt: string;
  readonly reason: string;
  readonly files: readonly PlannedFile[];
}

export interface PlannedFile {
  readonly name: string;
  readonly forms: { readonly sheet: FormName; readonly slip?: FormName; readonly minutes?: FormName };
  /** When the newest of its sheets was numbered: stands in the PDF, so that the same rows give the same bytes. */
  readonly printedAt: string;
  readonly packets: readonly PlannedPacket[];
}

/** A laid-out form of the office. */
export interface FormName {
  readonly questionnaireId: string;
  readonly version: number;
  readonly layoutId: string;
}

export interface PlannedPacket {
  readonly meeting: { readonly year: number; readonly id: string; readonly groupId: string };
  /** Without its slips: their tokens are made when they are drawn and are written down nowhere. */
  readonly view: PacketView;
  readonly slips: { readonly count: number; readonly period: string } | null;
  /** Its sheets that are new to the ledger. */
  readonly fresh: readonly (PrintPlan['fresh'][number] & { readonly number: string })[];
}

export const sheetsOf = (file: PlannedFile): number =>
  file.packets.reduce(
    (sum, { view }) => sum + (view.leaveOut?.includes('sheets') === true ? 0 : view.sheets.length),
    0,
  );
export const slipsOf = (file: PlannedFile): number =>
  file.packets.reduce((sum, { slips }) => sum + (slips?.count ?? 0), 0);
