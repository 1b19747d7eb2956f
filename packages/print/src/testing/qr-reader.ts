import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { GreyPage } from './poppler.ts';

// Given here, so that nothing is fetched.
const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } });

/** The texts of all QR codes on a page. */
export async function readQrCodes(page: GreyPage): Promise<readonly string[]> {
  const data = new Uint8ClampedArray(page.width * page.height * 4).fill(255);
  for (let index = 0; index < page.width * page.height; index += 1) {
    data.fill(page.data[index] ?? 255, index * 4, index * 4 + 3);
  }
  const image = { data, width: page.width, height: page.height, colorSpace: 'srgb' } as ImageData;
  const codes = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 8 });
  return codes.map((code) => code.text);
}
