import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personSortKey, textSortKey } from './index.ts';

const FAMILIES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thạch Kim Sơn Ông Ấu Ứng Ưng'.split(' ');
const MIDDLES = [
  '',
  'Văn',
  'Thị',
  'Thị Ngọc',
  'Đức',
  'Dục',
  'Hữu',
  'Ánh',
  'An',
  'Ái',
  'Ngọc Ánh',
  'Thanh',
  'Thành',
  'Thánh',
];
const GIVENS = (
  'An Ân Ăn Anh Ánh Ảnh Ấn Ẩn Bích Bình Bính Chi Dũng Dung Đung Đồng Dương Đương Giang Hà Hả Hạ Hạnh Hoa Hòa Hoà Hóa Hoá ' +
  'Hỏa Họa Huệ Hương Hường Hưởng Khánh Khanh Lan Lân Lý Lỳ Mai Mãi Mài My Mỹ Nga Ngà Ngã Oanh Ông Ơn Phúc Phước Quý Quí ' +
  'Sáng Sang Tâm Tám Tam Thảo Thào Thao Tú Tư Từ Tử Uyên Út Ưng Vinh Vĩnh Xuân Yến Ý'
).split(' ');

const name = fc
  .tuple(fc.constantFrom(...FAMILIES), fc.constantFrom(...MIDDLES), fc.constantFrom(...GIVENS))
  .map((parts) => parts.filter((part) => part !== '').join(' '));

const accents = new Intl.Collator('vi', { sensitivity: 'accent' });
const full = new Intl.Collator('vi');

/** The order of Vietnamese lists (given name, family name, middle names), told with the Collator. */
function byCollator(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const i of [0, 1, 2] as const) {
    const order = accents.compare(left[i], right[i]);
    if (order !== 0) return order;
  }
  return full.compare(a, b);
}

function parts(name: string): [string, string, string] {
  const words = name.split(' ');
  return [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : '', words.slice(1, -1).join(' ')];
}

/** What COLLATE "C" does. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

describe('the sort key of a person', () => {
  it('orders any two names as the Vietnamese collator orders given name, family name, middle names', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(byBytes(personSortKey(a), personSortKey(b)))).toBe(Math.sign(byCollator(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('orders every pair of given names, also in capitals', () => {
    const names = [
      ...GIVENS,
      ...GIVENS.map((given) => given.toUpperCase()),
      ...GIVENS.map((given) => given.toLowerCase()),
    ];
    for (const a of names) {
      for (const b of names) {
        const order = Math.sign(byBytes(personSortKey(`Lê Văn ${a}`), personSortKey(`Lê Văn ${b}`)));
        expect(order, `${a} ${b}`).toBe(Math.sign(byCollator(`Lê Văn ${a}`, `Lê Văn ${b}`)));
      }
    }
  });

  it('is the same for NFD input, and is plain ASCII', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(personSortKey(text.normalize('NFD'))).toBe(personSortKey(text));
        expect(personSortKey(text)).toMatch(/^[ -~]+$/);
      }),
    );
  });

  it('takes single words, apostrophes and digits', () => {
    const sorted = ['Y', "H'Hen Niê", 'K’Brơi', 'Điểu K', 'Nguyễn Văn Ba 2'].toSorted((a, b) =>
      byBytes(personSortKey(a), personSortKey(b)),
    );
    expect(sorted).toEqual(['Nguyễn Văn Ba 2', 'Điểu K', 'K’Brơi', "H'Hen Niê", 'Y']);
  });

  it('of other texts reads from the first word', () => {
    const hamlets = ['Ấp Đông', 'Ấp Dừa', 'Ấp An', 'Ấp Ân'].toSorted((a, b) => byBytes(textSortKey(a), textSortKey(b)));
    expect(hamlets).toEqual(['Ấp An', 'Ấp Ân', 'Ấp Dừa', 'Ấp Đông']);
  });
});
