import { describe, expect, it } from 'vitest';
import {
  groupNameKey,
  hamletKindOf,
  hamletNameKey,
  isValidOn,
  proposeSheetPrefix,
  requireSheetPrefix,
  requireValidity,
} from './index.ts';

describe('names of groups and hamlets', () => {
  it.each([
    'Tổ nhân dân tự quản số 01',
    'Tổ nhân dân tự quản 1',
    'TNDTQ 1',
    'Tổ NDTQ số 1',
    'Tổ 1',
    'tổ số 1',
    'TỔ 01',
    '1',
    'Nhân dân tự quản số 1',
  ])('“%s” is group 1', (name) => {
    expect(groupNameKey(name)).toBe('1');
  });

  it('keep what makes them different', () => {
    expect(groupNameKey('Tổ 10')).toBe('10');
    expect(groupNameKey('Tổ Thống Nhất')).toBe('thong nhat');
    expect(groupNameKey('Tổ 1A')).toBe('1a');
    expect(groupNameKey('Tố Nữ')).not.toBe(groupNameKey('Nữ 2'));
  });

  it.each([
    ['Ấp Phú Hòa', 'phu hoa', 'ap'],
    ['phú hoà', 'phu hoa', 'ap'],
    ['Khóm 03', '3', 'khu-pho'],
    ['Khu phố Số 3', '3', 'khu-pho'],
    ['Thôn An Bình', 'an binh', 'thon'],
    ['Ấp An Khánh', 'an khanh', 'ap'],
  ])('“%s” is hamlet “%s”, kind %s', (name, key, kind) => {
    expect(hamletNameKey(name)).toBe(key);
    expect(hamletKindOf(name)).toBe(kind);
  });
});

describe('validity', () => {
  it('includes its first and last day', () => {
    const unit = { validFrom: '2025-07-01', validTo: '2026-06-30' };
    expect(['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].map((day) => isValidOn(unit, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('does not end before it begins', () => {
    expect(() => requireValidity('2026-01-01', '2026-01-01')).toThrow(/validity.order/);
    expect(() => requireValidity('2026-01-01', null)).not.toThrow();
  });
});

describe('the sheet prefix', () => {
  it('is proposed from the name of the commune', () => {
    expect(proposeSheetPrefix('Xã Phú Lễ')).toBe('PL');
    expect(proposeSheetPrefix('Phường Long Châu Đức Hai')).toBe('LCD');
    expect(proposeSheetPrefix('Đặc khu Ụ')).toBe('UX');
  });

  it('is two or three plain capitals', () => {
    expect(requireSheetPrefix('PLE')).toBe('PLE');
    for (const prefix of ['P', 'pl', 'PLEX', 'ĐL', 'P1'])
      expect(() => requireSheetPrefix(prefix)).toThrow(/office.prefix/);
  });
});
