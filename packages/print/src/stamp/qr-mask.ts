import encodeQR from 'qr';
import { mm } from '../pdf/index.ts';

/**
 * Version 2 (25 modules) holds 29 characters of the QR alphabet at correction Q. One fixed mask: choosing the best of
 * eight costs five times the work, and every reader of ours and of the office takes any of them.
 */
const QR = { ecc: 'quartile', encoding: 'alphanumeric', version: 2, mask: 2, border: 1 } as const;
const MODULES = 25;

/** The code as rows of hexadecimal bits, 1 for white, ready for an inline image mask. */
export function qrBits(payload: string): string {
  const modules = encodeQR(payload, 'raw', QR);
  let bits = '';
  for (let row = 1; row <= MODULES; row += 1) {
    let value = 0;
    // 25 bits are padded to four bytes a row.
    for (let column = 1; column <= 32; column += 1) value = value * 2 + (modules[row]?.[column] === true ? 0 : 1);
    bits += value.toString(16).padStart(8, '0');
  }
  return bits;
}

/** Drawing operators for a code whose top left corner stands at (x, y) mm of a page of that height. */
export function qrOperators(bits: string, x: number, y: number, side: number, pageHeight: number): string {
  const size = number(mm(side));
  return (
    `q ${size} 0 0 ${size} ${number(mm(x))} ${number(mm(pageHeight - y - side))} cm\n` +
    `BI/W ${MODULES}/H ${MODULES}/IM true/BPC 1/F/AHx ID ${bits}>\nEI Q\n`
  );
}

function number(value: number): string {
  return value.toFixed(3);
}
