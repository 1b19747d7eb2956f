import type { PlainDate } from '../calendar/index.ts';

/** What stands on the papers of one group's meeting; everything `print` needs, nothing more. */
export interface PacketView {
  readonly office: {
    /** Top line of the official header, e.g. `ỦY BAN NHÂN DÂN TỈNH VĨNH LONG`. */
    readonly superiorName: string;
    /** Second line, in bold, e.g. `ỦY BAN NHÂN DÂN XÃ PHÚ LỄ`. */
    readonly issuerName: string;
    /** Before the date: `Phú Lễ, ngày …`. */
    readonly placeName: string;
  };
  /** `Ấp Thạnh Phước`, as the office writes it. */
  readonly hamletName: string;
  readonly group: {
    readonly code: string;
    /** `Tổ nhân dân tự quản số 12`. */
    readonly name: string;
    readonly headName: string | null;
    readonly deputyName: string | null;
  };
  readonly meeting: {
    readonly heldOn: PlainDate;
    readonly place: string | null;
  };
  /** Cadres assigned to the group on that day. */
  readonly cadreNames: readonly string[];
  /** In the order in which they are printed. */
  readonly sheets: readonly PacketSheet[];
  /** Anonymous feedback slips, printed two on a paper behind the sheets; none when the office did not ask for them. */
  readonly slips?: readonly PacketSlip[];
  /** "6 tháng cuối năm 2026": what the slips ask about. */
  readonly slipPeriod?: string;
  /** Papers that are not printed this time: a reprint holds nothing but its sheets. */
  readonly leaveOut?: readonly PacketPaper[];
}

/** The papers of a packet: cover and sign-in list, the households' sheets, the minutes form, the tally slip. */
export type PacketPaper = 'lists' | 'sheets' | 'minutes' | 'tally';

/** A slip carries a random token and no household. */
export interface PacketSlip {
  readonly token: string;
}

/** One sheet of the packet: the paper of one household. */
export interface PacketSheet {
  /** `PL-000412-7K`. */
  readonly number: string;
  readonly householdCode: string;
  readonly headName: string;
  readonly address: string;
}
