import { inflateRawSync } from 'node:zlib';
import { MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from './limits.ts';
import { refusals } from './refusals.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Refuses a zip that is not a workbook, and one that would unpack to more than a list can be. The sizes that the
 * directory declares are added up before anything is unpacked; then every entry is unpacked with its declared size as
 * the limit, so that a directory that lies is found out before the reader of workbooks sees the file.
 */
export function checkZip(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(buffer);
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > MAX_UNPACKED_BYTES) throw refusals.bomb();
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has('xl/workbook.bin')) throw refusals.binaryExcel();
  if (!names.has('xl/workbook.xml')) throw refusals.otherZip();
  for (const entry of entries) checkEntry(buffer, entry);
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;

function directory(buffer: Buffer): Entry[] {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  // 0xffff and 0xffffffff say "see the 64-bit directory": only archives far beyond the limits need one.
  if (count > MAX_ZIP_ENTRIES || at === 0xffffffff) throw refusals.bomb();
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== CENTRAL) throw refusals.broken();
    if (buffer.readUInt16LE(at + 8) & ENCRYPTED) throw refusals.encrypted();
    const nameLength = buffer.readUInt16LE(at + 28);
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands in the last 64 KB; its comment may be that long. */
function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 0xffff); at -= 1) {
    if (buffer.readUInt32LE(at) === END) return at;
  }
  throw refusals.broken();
}

function checkEntry(buffer: Buffer, { method, packed, unpacked, offset }: Entry): void {
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL) throw refusals.broken();
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  if (start + packed > buffer.length) throw refusals.broken();
  if (method === 0) {
    if (packed !== unpacked) throw refusals.broken();
    return;
  }
  if (method !== 8) throw refusals.broken();
  if (unpacked === 0 && packed <= 2) return;
  try {
    inflateRawSync(buffer.subarray(start, start + packed), { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    const tooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLong ? refusals.bomb() : refusals.broken();
  }
}
