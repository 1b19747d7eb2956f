import type { Evidence } from '@gandan/domain/evaluations';

/** Where a record behind a figure is looked at; null for a meeting that was due and never held. */
export function evidenceAddress(record: Evidence, year: number): string | null {
  switch (record.kind) {
    case 'sheet':
      return `/sheets/${record.recordId}`;
    case 'meeting':
      return record.recordId.startsWith('due/') ? null : `/meetings/${year}/${record.recordId}`;
    case 'petition':
      return `/petitions/${year}/${record.recordId}`;
    case 'household':
      return `/households/${record.recordId}`;
  }
}
