import { expect, it } from 'vitest';
import { formatPaperPayload, paperCode, parsePaperPayload } from './paper-code.ts';
import { formatQrPayload } from './qr-payload.ts';

it('every paper of ours is told apart by its code, and none needs more than 29 characters', () => {
  const token = '0123456789ABCDEF';
  expect(formatPaperPayload('F4K2QX', token, 2)).toHaveLength(29);
  expect(parsePaperPayload(formatPaperPayload('F4K2QX', token, 2))).toMatchObject({ kind: 'slip', token, page: 2 });
  const code = paperCode('TO-01', '2026-11-24');
  expect(parsePaperPayload(formatPaperPayload('F4K2QX', code, 1))).toMatchObject({
    kind: 'form',
    code: '20261124TO01',
  });
  expect(parsePaperPayload(formatQrPayload('F4K2QX', 'PL-000412-7K', 1))?.kind).not.toBe('slip');
  expect(parsePaperPayload('https://example.invalid')).toBeNull();
});

it('a long or accented name of a group is cut, its day is not', () => {
  expect(paperCode('Ấp Đông Thạnh Phước 12', '2026-11-24')).toMatch(/^20261124[0-9A-Z]{7}$/);
});

it('a sheet whose check characters were misread is no other paper, and no form is taken for such a sheet', () => {
  expect(parsePaperPayload('GD1:F4K2QX:PL0004127X:1')).toBeNull();
  for (const owner of ['TO-01', 'AP-12', 'CB-007']) {
    const code = paperCode(owner, '2026-11-24');
    expect(parsePaperPayload(formatPaperPayload('F4K2QX', code, 1)), code).toMatchObject({ kind: 'form', code });
  }
});
