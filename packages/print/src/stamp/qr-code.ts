/**
 * Our own encoder for the one kind of QR code that stands on paper: version 2 (25 modules), correction Q, alphanumeric,
 * mask 2. A general library takes about 300 µs a code, most of a page's time; with everything fixed it is table look-ups
 * (tests compare it with the library). One mask for all: choosing the best of eight costs five times the work, and every
 * reader of ours and of the office takes any of them.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
export const MODULES = 25;
const LONGEST = 29;
const DATA = 22;
const CORRECTION = 22;
/** 25 bits are padded to four bytes a row, as PDF wants them. */
const ROW_BYTES = 4;

const VALUES = new Int8Array(128).fill(-1);
for (const [value, character] of [...ALPHABET].entries()) VALUES[character.charCodeAt(0)] = value;

// GF(256) over x^8 + x^4 + x^3 + x^2 + 1.
const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  value = value & 128 ? (value << 1) ^ 0x11d : value << 1;
}
const at = (table: { readonly [index: number]: number }, index: number): number => table[index] ?? 0;
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : at(EXP, at(LOG, a) + at(LOG, b)));

/** For each leading byte of the remainder, what the generator polynomial adds to the bytes behind it. */
const GENERATOR_ROWS = generatorRows();
/** The empty code: finders, timing, alignment, format and mask, 1 for white. */
const FRAME = Buffer.alloc(MODULES * ROW_BYTES);
/** Where each bit of the codewords stands, as bit offset in the frame. */
const BIT_PLACES = drawFrame();

const bits = Buffer.alloc(FRAME.length);
const codewords = new Uint8Array(DATA + CORRECTION);

/** The code as 25 rows of four bytes, 1 for white, each byte one character: ready for an image mask. */
export function qrBits(payload: string): string {
  fillData(payload);
  fillCorrection();
  bits.set(FRAME);
  for (let index = 0; index < BIT_PLACES.length; index += 1) {
    if ((at(codewords, index >> 3) >> (7 - (index & 7))) & 1) {
      const place = at(BIT_PLACES, index);
      bits[place >> 3] = at(bits, place >> 3) ^ (128 >> (place & 7));
    }
  }
  return bits.toString('latin1');
}

function fillData(payload: string): void {
  if (payload.length > LONGEST) throw new RangeError(`"${payload}" is longer than ${LONGEST} characters`);
  codewords.fill(0);
  let used = 0;
  const put = (value: number, width: number) => {
    for (let bit = width - 1; bit >= 0; bit -= 1, used += 1) {
      if ((value >> bit) & 1) codewords[used >> 3] = at(codewords, used >> 3) | (128 >> (used & 7));
    }
  };
  put(0b0010, 4);
  put(payload.length, 9);
  for (let index = 0; index + 1 < payload.length; index += 2) {
    put(alphabetValue(payload, index) * 45 + alphabetValue(payload, index + 1), 11);
  }
  if (payload.length % 2 === 1) put(alphabetValue(payload, payload.length - 1), 6);
  // Four zeros end the message where there is room; then two bytes in turn fill up.
  const first = Math.ceil(Math.min(used + 4, DATA * 8) / 8);
  for (let index = first; index < DATA; index += 1) codewords[index] = (index - first) % 2 === 0 ? 0xec : 0x11;
}

function alphabetValue(payload: string, index: number): number {
  const value = VALUES[payload.charCodeAt(index)] ?? -1;
  if (value < 0) throw new RangeError(`"${payload}" has a character that is not in the QR alphabet`);
  return value;
}

function fillCorrection(): void {
  for (let index = 0; index < DATA; index += 1) {
    const lead = at(codewords, index) ^ at(codewords, DATA);
    // The remainder lives in the last bytes and moves one place to the left each time.
    codewords.copyWithin(DATA, DATA + 1);
    codewords[DATA + CORRECTION - 1] = 0;
    if (lead === 0) continue;
    const row = lead * CORRECTION;
    for (let term = 0; term < CORRECTION; term += 1) {
      codewords[DATA + term] = at(codewords, DATA + term) ^ at(GENERATOR_ROWS, row + term);
    }
  }
}

function generatorRows(): Uint8Array {
  let generator: readonly number[] = [1];
  for (let power = 0; power < CORRECTION; power += 1) {
    const root = at(EXP, power);
    generator = [...generator, 0].map((term, index) => term ^ times(generator[index - 1] ?? 0, root));
  }
  const rows = new Uint8Array(256 * CORRECTION);
  for (let lead = 0; lead < 256; lead += 1) {
    for (let term = 0; term < CORRECTION; term += 1) {
      rows[lead * CORRECTION + term] = times(lead, generator[term + 1] ?? 0);
    }
  }
  return rows;
}

/** Draws what is the same in every code into FRAME; returns the places that are left, in the order of the standard. */
function drawFrame(): Uint16Array {
  const black: (boolean | null)[][] = Array.from({ length: MODULES }, () => new Array(MODULES).fill(null));
  const set = (x: number, y: number, value: boolean) => {
    const row = black[y];
    if (row !== undefined && x >= 0 && x < MODULES) row[x] = value;
  };
  for (const [left, top] of [
    [0, 0],
    [MODULES - 7, 0],
    [0, MODULES - 7],
  ] as const) {
    for (let y = -1; y <= 7; y += 1) {
      for (let x = -1; x <= 7; x += 1) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        set(left + x, top + y, ring !== 2 && ring !== 4);
      }
    }
  }
  for (let y = -2; y <= 2; y += 1) {
    for (let x = -2; x <= 2; x += 1) set(18 + x, 18 + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
  }
  for (let index = 8; index < MODULES - 8; index += 1) {
    set(index, 6, index % 2 === 0);
    set(6, index, index % 2 === 0);
  }
  drawFormat(set);
  const places: number[] = [];
  for (let right = MODULES - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < MODULES; step += 1) {
      const y = ((right + 1) & 2) === 0 ? MODULES - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (black[y]?.[x] !== null) continue;
        places.push(y * ROW_BYTES * 8 + x);
        set(x, y, x % 3 === 0);
      }
    }
  }
  black.forEach((row, y) => {
    for (let x = 0; x < ROW_BYTES * 8; x += 1) {
      if (row[x] !== true) FRAME[y * ROW_BYTES + (x >> 3)] = at(FRAME, y * ROW_BYTES + (x >> 3)) | (128 >> (x & 7));
    }
  });
  return Uint16Array.from(places.slice(0, (DATA + CORRECTION) * 8));
}

/** Correction Q and mask 2 with their own check bits, twice; and the one module that is always black. */
function drawFormat(set: (x: number, y: number, value: boolean) => void): void {
  const format = (0b11 << 3) | 2;
  let check = format;
  for (let round = 0; round < 10; round += 1) check = (check << 1) ^ ((check >> 9) * 0x537);
  const word = ((format << 10) | check) ^ 0x5412;
  const bit = (index: number) => ((word >> index) & 1) === 1;
  for (let index = 0; index <= 5; index += 1) set(8, index, bit(index));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let index = 9; index < 15; index += 1) set(14 - index, 8, bit(index));
  for (let index = 0; index < 8; index += 1) set(MODULES - 1 - index, 8, bit(index));
  for (let index = 8; index < 15; index += 1) set(8, MODULES - 15 + index, bit(index));
  set(8, MODULES - 8, true);
}
