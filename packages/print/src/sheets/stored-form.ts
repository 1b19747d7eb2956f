import type { LayoutMap } from '@gandan/domain/questionnaires';

/** What a compiled form is to the press: as it is stored with its version. */
export interface StoredForm {
  readonly templatePdf: Uint8Array;
  readonly layout: LayoutMap;
}
