import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { type GreyImage, type Point, shrink } from '../image/index.ts';
import { CODES } from './constants.ts';

/** A QR code as it was found: its corners in pixels, in the code's own order whatever way the page lies. */
export interface FoundCode {
  readonly text: string;
  /** Top left, top right, bottom right, bottom left of the code itself. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** The page shows through, or was photographed in a mirror. */
  readonly mirrored: boolean;
}

type DecoderInput = Parameters<typeof readBarcodes>[0];

let prepared = false;

/** The decoder comes out of its package: nothing is fetched. */
function prepare(): void {
  if (prepared) return;
  const binary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(binary).buffer } });
  prepared = true;
}

/**
 * All QR codes of a picture. The small picture is asked first; the whole one, and then harder ways, only when `enough`
 * is not content with what was found.
 */
export async function findCodes(
  image: GreyImage,
  enough: (codes: readonly FoundCode[]) => boolean,
): Promise<readonly FoundCode[]> {
  prepare();
  const factor = Math.max(1, Math.floor(Math.max(image.width, image.height) / CODES.firstSide));
  const attempts: readonly { factor: number; options: ReaderOptions }[] = [
    { factor, options: {} },
    ...(factor > 1 ? [{ factor: 1, options: {} }] : []),
    { factor: 1, options: { binarizer: 'GlobalHistogram' } },
    { factor: factor > 1 ? factor : 2, options: { binarizer: 'GlobalHistogram' } },
  ];
  let found: FoundCode[] = [];
  for (const attempt of attempts) {
    found = merged(found, await decode(shrink(image, attempt.factor), attempt.factor, attempt.options));
    if (enough(found)) break;
  }
  return found;
}

async function decode(image: GreyImage, factor: number, options: ReaderOptions): Promise<readonly FoundCode[]> {
  const { width, height } = image;
  const room = takeRoom(width * height);
  try {
    const results = await readBarcodes(asRgba(image, room), {
      formats: ['QRCode'],
      tryHarder: true,
      tryRotate: true,
      tryInvert: false,
      tryDownscale: false,
      maxNumberOfSymbols: CODES.most,
      ...options,
    });
    const scaled = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
    return results.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft }, isMirrored }) => {
      return {
        text,
        mirrored: isMirrored,
        corners: [scaled(topLeft), scaled(topRight), scaled(bottomRight), scaled(bottomLeft)],
      };
    });
  } finally {
    spare = room;
  }
}

/** Four bytes a pixel are the largest piece of memory that a page would leave behind: it serves the next page again. */
let spare: Int32Array<ArrayBuffer> | null = null;

function takeRoom(size: number): Int32Array<ArrayBuffer> {
  const room = spare !== null && spare.length >= size ? spare : new Int32Array(size);
  // Nobody else has it until it is given back.
  spare = null;
  return room;
}

/** The decoder's only raw input has four channels. */
function asRgba({ data, width, height }: GreyImage, room: Int32Array<ArrayBuffer>): DecoderInput {
  const size = width * height;
  const opaque = 0xff << 24;
  for (let at = 0; at < size; at += 1) room[at] = opaque | ((data[at] as number) * 0x010101);
  return { data: new Uint8ClampedArray(room.buffer, 0, 4 * size), width, height, colorSpace: 'srgb' } as DecoderInput;
}

/** The same code found twice counts once. */
function merged(known: readonly FoundCode[], more: readonly FoundCode[]): FoundCode[] {
  const all = [...known];
  for (const code of more) {
    const [corner] = code.corners;
    const side = Math.hypot(code.corners[1].x - corner.x, code.corners[1].y - corner.y);
    const same = all.some(({ corners: [other] }) => Math.hypot(other.x - corner.x, other.y - corner.y) < side / 2);
    if (!same) all.push(code);
  }
  return all;
}
