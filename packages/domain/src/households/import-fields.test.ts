import { describe, expect, it } from 'vitest';
import { findTable, guessMapping, requireMapping } from './index.ts';

describe('the columns of a list', () => {
  it.each([
    [['Mã hộ', 'Họ và tên chủ hộ', 'Địa chỉ', 'Ấp', 'Tổ'], { code: 0, headName: 1, address: 2, hamlet: 3, group: 4 }],
    [['STT', 'CHỦ HỘ', 'Nơi ở hiện nay', 'Khu phố', 'Tổ NDTQ'], { headName: 1, address: 2, hamlet: 3, group: 4 }],
    [['TT', 'Họ tên', 'Tổ nhân dân tự quản số', 'Địa chỉ hộ'], { headName: 1, group: 2, address: 3 }],
    [
      ['Household code', 'Head of household', 'Address', 'Hamlet', 'Group'],
      { code: 0, headName: 1, address: 2, hamlet: 3, group: 4 },
    ],
    [['Mã tổ', 'Mã hộ', 'Tên chủ hộ', 'Tổ dân phố'], { group: 0, code: 1, headName: 2, hamlet: 3 }],
    [['code', 'name', 'address', 'group'], { code: 0, headName: 1, address: 2, group: 3 }],
    [['Ghi chú', 'Số điện thoại'], {}],
  ])('%j are recognised', (headers, mapping) => {
    expect(guessMapping(headers)).toEqual(mapping);
    expect(guessMapping(headers.map((header) => ` ${header.toUpperCase().normalize('NFD')} `))).toEqual(mapping);
  });

  it('begin below the title of the list', () => {
    const rows = [
      ['ỦY BAN NHÂN DÂN XÃ PHÚ LỄ'],
      ['DANH SÁCH HỘ GIA ĐÌNH NĂM 2026'],
      [],
      ['STT', 'Chủ hộ', 'Tổ'],
      ['1', 'Nguyễn Văn Mẫu', '1'],
    ];
    expect(findTable(rows).headerIndex).toBe(3);
  });

  it('are the first row when nothing is recognised', () => {
    expect(findTable([[''], ['a', 'b'], ['1', '2']]).headerIndex).toBe(1);
  });

  it('a list without rows is refused', () => {
    for (const rows of [
      [],
      [['']],
      [['Chủ hộ', 'Tổ']],
      [
        ['Chủ hộ', 'Tổ'],
        [' ', ''],
      ],
    ]) {
      expect(() => findTable(rows)).toThrow(/import.empty/);
    }
  });

  it('that are missing, absent or used twice are named', () => {
    const headers = ['Họ tên', 'Ghi chú'];
    expect(() => requireMapping({ headName: 0 }, headers)).toThrow(
      expect.objectContaining({
        code: 'import.columns',
        sentence: expect.objectContaining({ vi: expect.stringMatching(/“Tổ”.*“Họ tên”, “Ghi chú”/) }),
      }),
    );
    expect(() => requireMapping({ headName: 0, group: 7 }, headers)).toThrow(/import.mapping/);
    expect(() => requireMapping({ headName: 0, group: 0 }, headers)).toThrow(/import.mapping/);
    expect(() => requireMapping({ headName: 0, group: 1 }, headers)).not.toThrow();
  });
});
