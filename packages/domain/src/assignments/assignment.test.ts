import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { describePeriod, loadWarnings, overlapError, periodsOverlap, requirePeriod } from './index.ts';

const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-01-01', offset));
const period = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 30 })))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));

describe('the period of an assignment', () => {
  it('overlaps another one exactly when they share a day', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const days = Array.from({ length: 120 }, (_, offset) => addDays('2026-01-01', offset));
        const covers = (p: typeof a, date: string) => date >= p.from && (p.to === null || date <= p.to);
        expect(periodsOverlap(a, b)).toBe(days.some((date) => covers(a, date) && covers(b, date)));
        expect(periodsOverlap(a, b)).toBe(periodsOverlap(b, a));
      }),
    );
  });

  it('may be one day, and does not end before it begins', () => {
    expect(requirePeriod({ from: '2026-01-01', to: '2026-01-01' }).to).toBe('2026-01-01');
    expect(() => requirePeriod({ from: '2026-01-02', to: '2026-01-01' })).toThrow(/assignment.period/);
  });

  it('is told in words', () => {
    expect(describePeriod({ from: '2026-01-01', to: null }).vi).toBe('từ 01/01/2026');
    expect(overlapError('Nguyễn Văn Mẫu', 'Tổ 1', { from: '2026-01-01', to: '2026-03-31' }).sentence.vi).toBe(
      'Nguyễn Văn Mẫu đã được phân công theo dõi Tổ 1 từ 01/01/2026 đến 31/03/2026. Hãy kết thúc phân công đó trước, hoặc chọn ngày khác.',
    );
  });
});

it('a cadre outside 2–4 groups is warned about, not refused', () => {
  const counts = [0, 1, 2, 3, 4, 5].map((count) => loadWarnings('Trần Thị Ví Dụ', count, '2026-01-01').length);
  expect(counts).toEqual([0, 1, 0, 0, 0, 1]);
});
