import { describe, expect, it } from 'vitest';
import { placeAndDate } from './nd30.ts';

describe('the official layout (NĐ 30/2020)', () => {
  it('writes a zero before days below 10 and the months 1 and 2', () => {
    expect(placeAndDate('Phú Lễ', '2026-02-05')).toBe('Phú Lễ, ngày 05 tháng 02 năm 2026');
    expect(placeAndDate('Phú Lễ', '2026-11-24')).toBe('Phú Lễ, ngày 24 tháng 11 năm 2026');
    expect(placeAndDate('Phú Lễ', '2026-03-24')).toBe('Phú Lễ, ngày 24 tháng 3 năm 2026');
  });
});
