import { mm } from '../pdf/units.ts';
import { MODULES, qrBits } from './qr-code.ts';

/** The code of a payload, as what follows the place in the drawing operators: a 1-bit inline image mask. */
export function qrImage(payload: string): string {
  const bits = qrBits(payload);
  const head = `BI/W ${MODULES}/H ${MODULES}/IM true/BPC 1`;
  // Some readers find the end of an inline image by looking for these letters, so a code that has them is spelt in hex.
  if (bits.includes('EI')) return `${head}/F/AHx ID ${Buffer.from(bits, 'latin1').toString('hex')}>\nEI Q\n`;
  return `${head} ID ${bits}\nEI Q\n`;
}

/** Operators that put an image of `qrImage` with its top left corner at (x, y) mm of a page of that height. */
export function qrPlace(x: number, y: number, side: number, pageHeight: number): string {
  const size = mm(side).toFixed(3);
  return `q ${size} 0 0 ${size} ${mm(x).toFixed(3)} ${mm(pageHeight - y - side).toFixed(3)} cm\n`;
}
