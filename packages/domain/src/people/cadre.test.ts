import { describe, expect, it } from 'vitest';
import { checkCadre, isActiveOn } from './index.ts';

const facts = {
  code: 'CB01',
  name: '  Trần Thị  Ví Dụ '.normalize('NFD'),
  post: 'Công chức',
  department: 'Văn phòng',
  isLeader: false,
  activeFrom: '2025-07-01',
  activeTo: null,
};

describe('a cadre', () => {
  it('is stored cleaned, with keys to sort and find by', () => {
    const cadre = checkCadre(facts);
    expect(cadre.name).toBe('Trần Thị Ví Dụ');
    expect(cadre.searchKey).toBe('cb01 tran thi vi du cong chuc van phong');
    expect(cadre.sortKey < checkCadre({ ...facts, name: 'An Văn Xuyên' }).sortKey).toBe(true);
  });

  it('without a name, or leaving before he came, is refused', () => {
    expect(() => checkCadre({ ...facts, name: ' ' })).toThrow(/text.invalid/);
    expect(() => checkCadre({ ...facts, activeTo: '2025-07-01' })).toThrow(/cadre.period/);
  });

  it('is active between his two days', () => {
    expect(isActiveOn({ activeFrom: '2025-07-01', activeTo: '2026-06-30' }, '2026-06-30')).toBe(true);
    expect(isActiveOn({ activeFrom: '2025-07-01', activeTo: '2026-06-30' }, '2026-07-01')).toBe(false);
  });
});
