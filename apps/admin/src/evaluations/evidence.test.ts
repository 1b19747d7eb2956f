import { describe, expect, it } from 'vitest';
import { evidenceAddress } from './evidence.ts';

const record = (kind: 'sheet' | 'meeting' | 'petition' | 'household', recordId: string) => ({
  kind,
  recordId,
  label: recordId,
  counted: true,
});

describe('the way from a figure to its records', () => {
  it('leads to the sheet, meeting, petition or household', () => {
    expect(evidenceAddress(record('sheet', 'PL-000412-7K'), 2026)).toBe('/sheets/PL-000412-7K');
    expect(evidenceAddress(record('meeting', 'm1'), 2026)).toBe('/meetings/2026/m1');
    expect(evidenceAddress(record('petition', 'p1'), 2026)).toBe('/petitions/2026/p1');
    expect(evidenceAddress(record('household', 'h1'), 2026)).toBe('/households/h1');
  });

  it('leads nowhere for a meeting that was due and never held', () => {
    expect(evidenceAddress(record('meeting', 'due/g1/2026-03'), 2026)).toBeNull();
  });
});
