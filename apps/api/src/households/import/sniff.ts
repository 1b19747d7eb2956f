import { refusals } from './refusals.ts';

const startsWith = (bytes: Uint8Array, ...values: number[]) => values.every((value, index) => bytes[index] === value);

/**
 * What the bytes are, whatever the file is called: 'xlsx' (a zip) or 'csv' (text). Anything else is refused with what it
 * is and what to do.
 */
export function sniff(bytes: Uint8Array): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw refusals.empty();
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (startsWith(bytes, 0x50, 0x4b)) throw refusals.broken();
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw isEncryptedPackage(bytes) ? refusals.encrypted() : refusals.oldExcel();
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart();
  if (head.startsWith('%PDF') || head.includes('%PDF-1.')) throw refusals.pdf();
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) throw refusals.picture();
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|table|\?xml|head|style|meta)/i.test(head)) throw refusals.webPage();
  // BIFF2–4, from before 1995, begin without the OLE container.
  if (startsWith(bytes, 0x09) && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[2] === 0x04)
    throw refusals.oldExcel();
  return 'csv';
}

/** Excel puts a workbook with a password into an OLE container with a stream of this name (in UTF-16). */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
