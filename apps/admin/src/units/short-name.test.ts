import { expect, it } from 'vitest';
import { groupInHamlet, shortGroupName } from './short-name.ts';

it('a group is called as people say it, and told apart by its hamlet', () => {
  expect(shortGroupName('Tổ nhân dân tự quản số 4')).toBe('Tổ 4');
  expect(shortGroupName('Tổ NDTQ 12A')).toBe('Tổ 12A');
  expect(shortGroupName('Tổ Thống Nhất')).toBe('Tổ Thống Nhất');
  expect(groupInHamlet({ name: 'Tổ nhân dân tự quản số 4', hamletName: 'Ấp Phú Mẫu' })).toBe('Tổ 4 · Ấp Phú Mẫu');
});
