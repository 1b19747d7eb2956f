import type { PlainDate } from '../calendar/index.ts';
import type { Sentence } from '../errors/index.ts';
import type { HamletKind } from '../units/index.ts';
import type { ColumnMapping } from './import-fields.ts';

/** A list as read from a file: rows as they stand there (index 0 is row 1), and which of them is the header. */
export interface ImportTable {
  readonly rows: readonly (readonly string[])[];
  readonly headerIndex: number;
}

export interface ImportOptions {
  readonly columns: ColumnMapping;
  /** Make groups and hamlets that the office does not have yet; otherwise an unknown one is an error of its row. */
  readonly createMissing: boolean;
  /** Take rows with the head, address and group of another household as households of their own. */
  readonly acceptLookalikes: boolean;
}

export interface KnownHousehold {
  readonly id: string;
  readonly code: string;
  readonly headName: string;
  readonly address: string;
  readonly groupId: string;
  readonly validTo: PlainDate | null;
  readonly version: number;
}

export interface KnownGroup {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly hamletId: string;
}

export interface KnownHamlet {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What the office has already, and where new ids come from. */
export interface ImportContext {
  readonly households: readonly KnownHousehold[];
  readonly groups: readonly KnownGroup[];
  readonly hamlets: readonly KnownHamlet[];
  readonly newId: () => string;
}

export interface PlannedHousehold {
  readonly row: number;
  readonly id: string;
  readonly code: string;
  readonly headName: string;
  readonly address: string;
  readonly groupId: string;
}

/** A known household whose head, address or group the file corrects. `fromGroupId` is set when it moves. */
export interface PlannedUpdate extends PlannedHousehold {
  readonly version: number;
  readonly fromGroupId: string | null;
}

export interface ImportError {
  /** Row of the file, counted from 1 as spreadsheets do. */
  readonly row: number;
  /** Header of the column, or its letter when it has none. */
  readonly column: string;
  /** What stands in the cell. */
  readonly value: string;
  /** What is wrong, and what to do. */
  readonly sentence: Sentence;
}

/** What an import would do. With any error it does nothing at all. */
export interface ImportPlan {
  /** Rows with something in them, below the header. */
  readonly rows: number;
  readonly hamlets: readonly (KnownHamlet & { readonly kind: HamletKind })[];
  readonly groups: readonly KnownGroup[];
  readonly created: readonly PlannedHousehold[];
  readonly updated: readonly PlannedUpdate[];
  readonly unchanged: number;
  /** Rows refused because they repeat another row or a known household. */
  readonly duplicates: number;
  readonly errors: readonly ImportError[];
}
