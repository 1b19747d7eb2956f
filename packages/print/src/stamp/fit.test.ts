import type { LayoutSlot } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { fitText, printedText } from './fit.ts';

const slot: LayoutSlot = { id: 'headName', x: 20, y: 50, w: 60, h: 7.7, fontSize: 11.5 };
const fit = (text: string, over: Partial<LayoutSlot> = {}) => fitText(text, { ...slot, ...over }, 297);

describe('a text in its slot', () => {
  it('stands in full size on one line where it fits', () => {
    expect(fit('Nguyễn Văn Mẫu')).toMatchObject([{ size: 11.5, text: 'Nguyễn Văn Mẫu' }]);
  });

  it('shrinks before it wraps, and never below ten points', () => {
    const [line] = fit('Nguyễn Trần Thị Ngọc Mẫu Thử Ví Dụ') ?? [];
    expect(line?.size).toBeLessThan(11.5);
    const wrapped = fit('Nguyễn Trần Lê Phạm Thị Ngọc Mẫu Thử Ví Dụ Thí Nghiệm') ?? [];
    expect(wrapped).toHaveLength(2);
    for (const { size } of wrapped) expect(size).toBeGreaterThanOrEqual(10);
  });

  it('is refused when neither helps', () => {
    expect(fit('Nguyễn Văn Mẫu Thử '.repeat(6))).toBeNull();
    expect(fit('A'.repeat(60))).toBeNull();
    expect(fit('Nguyễn Trần Lê Phạm Thị Ngọc Mẫu Thử Ví Dụ', { h: 4.6 })).toBeNull();
  });

  it('is centred or set to the right where the slot says so', () => {
    const [left] = fit('Mẫu') ?? [];
    const [middle] = fit('Mẫu', { align: 'center' }) ?? [];
    const [right] = fit('Mẫu', { align: 'right' }) ?? [];
    expect((middle?.x ?? 0) - (left?.x ?? 0)).toBeCloseTo(((right?.x ?? 0) - (left?.x ?? 0)) / 2, 3);
  });

  it('is composed and single-spaced', () => {
    expect(printedText('  Nguyễn\tVăn\n Mẫu '.normalize('NFD'))).toBe('Nguyễn Văn Mẫu');
    expect(fit('   ')).toEqual([]);
  });
});
