import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';

/** A zip made by hand, for archives that no program would write. `declared` overrides the size in the directory. */
export function zip(entries: readonly { name: string; content: Buffer; declared?: number; flags?: number }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared, flags = 0 } of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared ?? content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(declared ?? content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** A workbook with these rows. */
export function workbook(rows: (string | number | Date | null)[][], name = 'Danh sách'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows }] });
}

const HEADER = 'Mã hộ,Chủ hộ,Địa chỉ,Tổ\r\n';
const ROWS = 'PL-1,Nguyễn Văn Mẫu,"Nhà số 1, Ấp Mẫu",TO-01\r\nPL-2,Trần Thị Ví Dụ,,TO-02\r\n';
export const LIST = HEADER + ROWS;

const MIB = 1024 * 1024;

/** The files that people (and attackers) upload instead of a list: what it is → the code of the refusal. */
export async function badFiles(): Promise<Record<string, { bytes: Uint8Array; code: string }>> {
  const parts = (sheet: Buffer, declared?: number) => [
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...(declared === undefined ? {} : { declared }) },
  ];
  const good = Buffer.from(
    await workbook([
      ['Chủ hộ', 'Tổ'],
      ['Nguyễn Văn Mẫu', 'TO-01'],
    ]),
  );
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
  const sheets = [
    {
      name: 'Danh sách',
      rows: [
        ['Chủ hộ', 'Tổ'],
        ['Nguyễn Văn Mẫu', 'TO-01'],
      ],
    },
  ];
  return {
    'an empty file': { bytes: Buffer.alloc(0), code: 'import.empty' },
    'a CSV with its header only': { bytes: Buffer.from(HEADER), code: 'import.empty' },
    'an empty workbook': { bytes: await workbook([]), code: 'import.empty' },
    'a PDF named .csv': { bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), code: 'import.pdf' },
    'a picture': { bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), code: 'import.picture' },
    'an old .xls': { bytes: ole, code: 'import.old-excel' },
    'an .xlsx with a password': {
      bytes: await writeXlsx({ sheets, encryption: { password: 'mat khau', spinCount: 1000 } }),
      code: 'import.encrypted',
    },
    'a web page named .xls': {
      bytes: Buffer.from('<html><table><tr><td>Chủ hộ</td></tr></table>'),
      code: 'import.web-page',
    },
    'a Word document': {
      bytes: zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]),
      code: 'import.not-excel',
    },
    'an .xlsb': { bytes: zip([{ name: 'xl/workbook.bin', content: Buffer.from('x') }]), code: 'import.binary-excel' },
    'half an .xlsx': { bytes: good.subarray(0, good.length / 2), code: 'import.broken' },
    'an .xlsx with a flipped byte in its sheet': { bytes: flipped(good), code: 'import.broken' },
    'a zip bomb that says its size': { bytes: zip(parts(Buffer.alloc(160 * MIB))), code: 'import.bomb' },
    'a zip bomb that hides its size': { bytes: zip(parts(Buffer.alloc(8 * MIB), 1000)), code: 'import.bomb' },
    'a zip of a thousand entries': {
      bytes: zip(Array.from({ length: 1000 }, (_, n) => ({ name: `x${n}`, content: Buffer.alloc(1) }))),
      code: 'import.bomb',
    },
    'an .xlsx whose parts are not XML': { bytes: zip(parts(Buffer.from('không phải XML'))), code: 'import.broken' },
    'a binary file named .csv': {
      bytes: Buffer.from(Array.from({ length: 2000 }, (_, n) => (n * 37) % 256)),
      code: 'import.not-a-table',
    },
    'a CSV in Windows-1258': {
      bytes: Buffer.from([...Buffer.from('Chu ho,To\r\nNguy'), 0xea, 0xde, 0x6e, ...Buffer.from(' Van Mau,TO-01\r\n')]),
      code: 'import.encoding',
    },
    'a CSV with an open quotation mark': {
      bytes: Buffer.from(`${HEADER}PL-1,"Nguyễn Văn Mẫu,x,TO-01\r\n`),
      code: 'import.quotes',
    },
    'a CSV of 60,000 rows': { bytes: Buffer.from(HEADER + 'a,b,c,d\n'.repeat(60_000)), code: 'import.too-many-rows' },
    'a CSV of 500 columns': {
      bytes: Buffer.from(`${Array(500).fill('a').join(',')}\nb\n`),
      code: 'import.too-many-columns',
    },
    'a file of 21 MB': { bytes: Buffer.alloc(21 * MIB, 'a,b\n'), code: 'import.too-large' },
  };
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('xl/worksheets/sheet1.xml') + 60;
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
