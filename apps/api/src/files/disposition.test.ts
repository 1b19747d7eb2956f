import fc from 'fast-check';
import { expect, it } from 'vitest';
import { disposition } from './disposition.ts';

it('keeps a Vietnamese name, and gives old programs a plain one', () => {
  expect(disposition('Phiếu Tổ 12 – Đợt 4.pdf', false)).toBe(
    `attachment; filename="Phieu To 12  Dot 4.pdf"; filename*=UTF-8''Phi%E1%BA%BFu%20T%E1%BB%95%2012%20%E2%80%93%20%C4%90%E1%BB%A3t%204.pdf`,
  );
});

it('is always one header line that ends where it should', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (name, inline) => {
      const wellFormed = name.toWellFormed();
      const header = disposition(wellFormed, inline);
      expect(header).toMatch(
        /^(inline|attachment); filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.~!*%&+$^`|#-]+$/,
      );
      expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow();
    }),
  );
  expect(disposition('a"\r\nSet-Cookie: x=1.pdf', false)).not.toMatch(/[\r\n]/);
});
