import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTable, guessMapping, type ImportContext, type ImportOptions, planImport } from './index.ts';

const HEADER = ['Mã hộ', 'Chủ hộ', 'Địa chỉ', 'Ấp', 'Tổ'];
const office = (changes: Partial<ImportContext> = {}): ImportContext => {
  let n = 0;
  return {
    hamlets: [
      { id: 'h1', code: 'A01', name: 'Ấp Phú Mẫu' },
      { id: 'h2', code: 'A02', name: 'Ấp An Thử' },
    ],
    groups: [
      { id: 'g1', code: 'T001', name: 'Tổ nhân dân tự quản số 1', hamletId: 'h1' },
      { id: 'g2', code: 'T002', name: 'Tổ nhân dân tự quản số 1', hamletId: 'h2' },
      { id: 'g3', code: 'T003', name: 'Tổ nhân dân tự quản số 2', hamletId: 'h2' },
    ],
    households: [],
    newId: () => `new-${++n}`,
    ...changes,
  };
};
const known = {
  id: 'k1',
  code: 'PL-1',
  headName: 'Nguyễn Văn Mẫu',
  address: 'Nhà số 1',
  groupId: 'g1',
  validTo: null,
  version: 3,
};

function plan(rows: string[][], context = office(), options: Partial<ImportOptions> = {}, header = HEADER) {
  const table = findTable([header, ...rows]);
  const columns = guessMapping(header);
  return planImport(table, { columns, createMissing: false, acceptLookalikes: false, ...options }, context);
}

describe('importing a list of households', () => {
  it('makes a household of each row, in the group that the row means', () => {
    const { created, errors, rows } = plan([
      ['PL-1', 'Nguyễn Văn Mẫu'.normalize('NFD'), ' Nhà  số 1', 'phú mẫu', '01'],
      ['PL-2', 'Trần Thị Ví Dụ', '', 'Ấp An Thử', 'TNDTQ số 1'],
      ['PL-3', 'Lê Văn Thử', '', '', 'T003'],
      ['PL-4', 'Lê Thị Thử', '', '', 'Tổ 2'],
      ['', '', '', '', ''],
    ]);
    expect(errors).toEqual([]);
    expect(rows).toBe(4);
    expect(created.map((row) => row.groupId)).toEqual(['g1', 'g2', 'g3', 'g3']);
    expect(created[0]).toMatchObject({ row: 2, code: 'PL-1', headName: 'Nguyễn Văn Mẫu', address: 'Nhà số 1' });
  });

  it('names the row and column of everything that is wrong, in one pass', () => {
    const { created, errors } = plan([
      ['PL 1', '', 'Nhà số 1', 'Ấp Không Có', '1'],
      ['PL-2', 'Trần Thị Ví Dụ 😀', '', '', ''],
      ['PL-3', 'Lê Văn Thử', '', '', '1'],
    ]);
    expect(created).toEqual([]);
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Mã hộ'],
      [2, 'Chủ hộ'],
      [2, 'Ấp'],
      [3, 'Chủ hộ'],
      [3, 'Tổ'],
      [4, 'Tổ'],
    ]);
    expect(errors.at(-1)?.sentence.vi).toBe('Có 2 tổ tên “1” (T001, T002). Hãy ghi mã tổ, hoặc thêm cột ấp, khu phố.');
    for (const { sentence } of errors) expect(sentence.en).not.toBe('');
  });

  it('refuses an unknown group, or makes it where that is wanted', () => {
    const rows = [
      ['PL-1', 'Nguyễn Văn Mẫu', '', 'Khóm 3', '7'],
      ['PL-2', 'Trần Thị Ví Dụ', '', 'khóm 03', 'Tổ 7'],
      ['PL-3', 'Lê Văn Thử', '', 'Ấp Phú Mẫu', 'Tổ Mới'],
    ];
    expect(plan(rows).errors.map(({ column }) => column)).toEqual(['Ấp', 'Ấp', 'Tổ']);
    const made = plan(rows, office(), { createMissing: true });
    expect(made.errors).toEqual([]);
    expect(made.hamlets).toMatchObject([{ code: 'A03', name: 'Khóm 3', kind: 'khu-pho' }]);
    expect(made.groups).toMatchObject([
      { code: 'A03-T01', name: 'Tổ 7' },
      { code: 'A01-T01', name: 'Tổ Mới', hamletId: 'h1' },
    ]);
    expect(made.created[1]?.groupId).toBe(made.created[0]?.groupId);
  });

  it('refuses a row that repeats another one: same code, or same head, address and group', () => {
    const rows = [
      ['PL-1', 'Nguyễn Văn Hòa Mẫu', 'Nhà số 1', '', 'T001'],
      ['pl-1', 'Trần Thị Ví Dụ', '', '', 'T001'],
      ['PL-3', 'nguyễn văn hoà mẫu', 'nhà số 1', '', 'T001'],
    ];
    const { errors, duplicates } = plan(rows);
    expect(duplicates).toBe(2);
    expect(errors.map(({ sentence }) => sentence.vi)).toEqual([
      'Mã hộ pl-1 đã có ở dòng 2. Hãy xóa dòng thừa hoặc sửa mã.',
      expect.stringMatching(/giống hệt dòng 2/),
    ]);
    expect(plan(rows, office(), { acceptLookalikes: true }).errors).toHaveLength(1);
  });

  it('refuses a household that the office has under another code, or has stopped following', () => {
    const context = office({
      households: [known, { ...known, id: 'k2', code: 'PL-9', headName: 'Lê Văn Thử', validTo: '2026-01-01' }],
    });
    const { errors } = plan(
      [
        ['PL-7', 'Nguyễn Văn Mẫu', 'Nhà số 1', '', 'T001'],
        ['PL-9', 'Lê Văn Thử', '', '', 'T001'],
      ],
      context,
    );
    expect(errors[0]?.sentence.vi).toMatch(/đã có trong sổ với mã PL-1/);
    expect(errors[1]?.sentence.vi).toMatch(/thôi theo dõi/);
  });

  it('changes nothing when the same list comes again, and corrects or moves what differs', () => {
    const context = office({ households: [known] });
    expect(plan([['PL-1', 'Nguyễn Văn Mẫu', 'Nhà số 1', '', 'T001']], context)).toMatchObject({
      unchanged: 1,
      created: [],
      updated: [],
    });
    expect(plan([['PL-1', 'Nguyễn Văn Mẫu', 'Nhà số 2', '', 'T001']], context).updated).toMatchObject([
      { id: 'k1', address: 'Nhà số 2', fromGroupId: null, version: 3 },
    ]);
    expect(plan([['PL-1', 'Nguyễn Văn Mẫu', 'Nhà số 1', '', 'T002']], context).updated).toMatchObject([
      { id: 'k1', groupId: 'g2', fromGroupId: 'g1' },
    ]);
  });

  it('numbers the households of a list without codes, and knows them again', () => {
    const header = ['Chủ hộ', 'Địa chỉ', 'Tổ'];
    const rows = [
      ['Nguyễn Văn Mẫu', 'Nhà số 1', 'T001'],
      ['Trần Thị Ví Dụ', '', 'T001'],
      ['Lê Văn Thử', '', 'T003'],
    ];
    const first = plan(rows, office({ households: [{ ...known, headName: 'Ai Khác', code: 'T001-001' }] }), {}, header);
    expect(first.created.map(({ code }) => code)).toEqual(['T001-002', 'T001-003', 'T003-001']);
    const households = first.created.map((row) => ({ ...row, validTo: null, version: 1 }));
    expect(plan(rows, office({ households }), {}, header)).toMatchObject({ unchanged: 3, created: [] });
  });

  it('repeated with the list it made is always unchanged', () => {
    const cell = fc.constantFrom(
      'Nguyễn Văn Mẫu',
      'Trần Thị Ví Dụ',
      'Lê Văn Hòa Thử',
      'Lê Văn Hoà Thử',
      '',
      'x'.repeat(130),
    );
    const row = fc.tuple(
      fc.constantFrom('A', 'B', 'C', 'D', ''),
      cell,
      cell,
      fc.constantFrom('', 'phú mẫu', 'Khóm 9'),
      fc.constantFrom('1', '2', 'T003', 'Mới', ''),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        (rows, createMissing, acceptLookalikes) => {
          fc.pre(rows.some((cells) => cells.some((value) => value !== '')));
          const options = { createMissing, acceptLookalikes };
          const first = plan(rows, office(), options);
          const wrongRows = new Set(first.errors.map((error) => error.row));
          expect(first.created.length + first.updated.length + first.unchanged + wrongRows.size).toBe(first.rows);
          if (first.errors.length > 0) return;
          const base = office();
          const after = office({
            hamlets: [...base.hamlets, ...first.hamlets],
            groups: [...base.groups, ...first.groups],
            households: first.created.map((made) => ({ ...made, validTo: null, version: 1 })),
          });
          expect(plan(rows, after, options)).toMatchObject({
            unchanged: first.rows,
            errors: [],
            created: [],
            groups: [],
            hamlets: [],
          });
        },
      ),
      {
        // A group named without its hamlet, before the row that makes its namesake elsewhere.
        examples: [
          [
            [
              ['D', 'Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu', '', '2'],
              ['A', 'Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu', 'phú mẫu', '2'],
            ],
            true,
            false,
          ],
        ],
      },
    );
  });
});
