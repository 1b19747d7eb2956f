import { describe, expect, it } from 'vitest';
import { isGuessable, requireGoodPassword } from './password.ts';

const office = ['vanphong.phule', 'Nguyễn Văn Mẫu', 'Xã Phú Lễ'];

describe('a password', () => {
  it.each([
    'con mèo ngủ trên mái ngói',
    'tre xanh lúa vàng 7 giếng',
    'kZ8#vQ2!mW5x',
    'a'.concat(' tám chữ lạ'.repeat(6)),
  ])('may be %s', (password) => {
    expect(() => requireGoodPassword(password, office)).not.toThrow();
  });

  it('is accepted with 64 characters and more', () => {
    expect(() =>
      requireGoodPassword('gió mùa đông bắc thổi qua cánh đồng rạ cuối năm và đàn trâu về chuồng sớm'),
    ).not.toThrow();
  });

  it.each([
    '123456789012',
    'matkhau123456',
    'M@tKhau2026!!',
    'password1234',
    'aaaaaaaaaaaaaaa',
    'xã phú lễ 2026',
    'vanphong.phule1',
    'Nguyễn Văn Mẫu',
    'UBND xã Phú Lễ',
    'qwertyuiop123',
    '123456a@123456a@',
    'gần dân sát cơ sở',
  ])('may not be %s', (password) => {
    expect(isGuessable(password, office)).toBe(true);
  });

  it('needs twelve characters, counted as people see them', () => {
    expect(() => requireGoodPassword('kZ8#vQ2!mW5')).toThrow(/password.short/);
    expect(() => requireGoodPassword('ệ'.normalize('NFD').repeat(5))).toThrow(/password.short/);
    expect(() => requireGoodPassword('x'.repeat(201))).toThrow(/password.long/);
  });
});
