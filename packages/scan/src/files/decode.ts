import sharp from 'sharp';
import type { GreyImage } from '../image/index.ts';
import { type PageProblem, problem } from '../reading/index.ts';
import { LIMITS } from './limits.ts';

/** What a decoder is given: a file's page (TIFF files have several) or bytes. */
export type Encoded = { readonly path: string; readonly page: number } | { readonly bytes: Uint8Array };

// Pages are read side by side in threads of our own, and no picture is ever read twice.
sharp.concurrency(1);
sharp.cache(false);

/** A picture as grey pixels, turned as the camera noted, no larger than is read; or why there is none. */
export async function decodeImage(encoded: Encoded): Promise<GreyImage | PageProblem> {
  try {
    const source = open(encoded);
    const { width, height } = await source.metadata();
    const pixels = width * height;
    if (pixels > LIMITS.pixels) return tooLarge(width, height);
    if (pixels < LIMITS.leastPixels) return problem('image.too-small', `${width} × ${height}`);
    const { data, info } = await source
      .autoOrient()
      .resize({ width: LIMITS.side, height: LIMITS.side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const bytes = new Uint8Array(data.buffer, data.byteOffset, info.width * info.height);
    return { width: info.width, height: info.height, data: bytes };
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? tooLarge(0, 0) : problem('image.unreadable');
  }
}

/** How many pictures a file holds; 1 when it cannot be told. */
export async function pagesInImage(path: string): Promise<number> {
  const { pages } = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ pages: 1 }));
  return pages ?? 1;
}

function open(encoded: Encoded) {
  // The limit is checked by us, with the size in its sentence; a cut-off file is an error, a speck of dirt in it is not.
  const options = { limitInputPixels: false, failOn: 'truncated' } as const;
  return 'bytes' in encoded
    ? sharp(encoded.bytes, options)
    : sharp(encoded.path, { ...options, ...(encoded.page === 0 ? {} : { page: encoded.page }) });
}

function tooLarge(width: number, height: number): PageProblem {
  return problem('image.too-large', `${width} × ${height}`, `${LIMITS.pixels / 1e6} triệu`);
}
