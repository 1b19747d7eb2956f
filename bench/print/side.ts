/** One side of `bench print` in a process of its own: `side.ts SIDE SHEETS FOLDER` prints what it measured of itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { LayoutMap } from '@gandan/domain/questionnaires';

/** What was printed. */
export interface Printed {
  readonly pages: number;
  readonly megabytes: number;
}

export interface BenchForm {
  readonly templatePdf: Uint8Array;
  readonly layout: LayoutMap;
}

const [, , side = '', count = '', folder = ''] = process.argv;
const sheets = Number(count);
const form: BenchForm = {
  templatePdf: new Uint8Array(readFileSync(join(folder, 'template.pdf'))),
  layout: JSON.parse(readFileSync(join(folder, 'layout.json'), 'utf8')),
};

async function print(): Promise<Printed> {
  if (side === 'ours') {
    // As `gandan print sheets` does.
    setFlagsFromString('--optimize-for-size');
    const { writeSheets } = await import('@gandan/print/sheets');
    const { households } = await import('./households.ts');
    const written = await writeSheets(join(folder, 'ours.pdf'), form, households(sheets), {
      createdAt: new Date(Date.UTC(2026, 10, 20)),
      title: 'Phiếu hộ',
      belongsTo: ({ texts }) => [String(texts.hamlet), String(texts.group)],
    });
    return { pages: written.pages, megabytes: written.bytes / 1e6 };
  }
  if (side === 'pdfkit') return (await import('./pdfkit.ts')).printPdfkit(form, sheets, join(folder, 'pdfkit.pdf'));
  const { pdfmakeEach, pdfmakeOne } = await import('./pdfmake.ts');
  return side === 'pdfmake-each' ? pdfmakeEach(form, sheets, folder) : pdfmakeOne(form, sheets, folder);
}

if (side === 'fodt') {
  const { formsAsFodt } = await import('./fodt.ts');
  writeFileSync(join(folder, 'forms.fodt'), formsAsFodt(form, sheets));
} else {
  const printed = await print();
  const { user, system } = process.cpuUsage();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ...printed, cpuSeconds: (user + system) / 1e6, peakMb }));
}
