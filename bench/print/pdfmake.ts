import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { formatQrPayload } from '@gandan/domain/sheets';
import { formDefinition } from '@gandan/print/forms';
import { FACES, type Face, fontBytes, mm } from '@gandan/print/pdf';
import type { SheetRow } from '@gandan/print/sheets';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake/interfaces.js';
import { households } from './households.ts';
import type { BenchForm, Printed } from './side.ts';

const file = (face: Face) => `tinos-${face}.ttf`;

/** pdfmake as its manual has it: fonts are given by name, and each document loads them. */
function prepare(): void {
  const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, bytes: Buffer): void } };
  for (const face of FACES) virtualfs.writeFileSync(file(face), Buffer.from(fontBytes(face)));
  const faces = {
    normal: file('normal'),
    bold: file('bold'),
    italics: file('italics'),
    bolditalics: file('bolditalics'),
  };
  pdfmake.setFonts({ Tinos: faces });
}

/** A document for each household. */
export async function pdfmakeEach(form: BenchForm, sheets: number, folder: string): Promise<Printed> {
  prepare();
  let megabytes = 0;
  let index = 0;
  for (const household of households(sheets)) {
    const bytes = await draw(form, [household]);
    writeFileSync(join(folder, `pdfmake-${index}.pdf`), bytes);
    megabytes += bytes.length / 1e6;
    index += 1;
  }
  return { pages: sheets * form.layout.pages.length, megabytes };
}

/** One document with all of them. */
export async function pdfmakeOne(form: BenchForm, sheets: number, folder: string): Promise<Printed> {
  prepare();
  const bytes = await draw(form, [...households(sheets)]);
  writeFileSync(join(folder, 'pdfmake.pdf'), bytes);
  return { pages: sheets * form.layout.pages.length, megabytes: bytes.length / 1e6 };
}

function draw({ layout }: BenchForm, rows: readonly SheetRow[]): Promise<Uint8Array> {
  const { definition, sides } = formDefinition(HOUSEHOLD_QUESTIONNAIRE);
  const content = Array.from(
    { length: rows.length * sides },
    (_, index): Content => ({ text: '', ...(index === 0 ? {} : { pageBreak: 'before' as const }) }),
  );
  const background = (page: number): Content => {
    const row = rows[Math.floor((page - 1) / sides)];
    const side = layout.pages[(page - 1) % sides];
    if (row === undefined || side === undefined) return [];
    const texts = side.slots.map((slot) => ({
      text: String(row.texts[slot.id.split('.')[0] ?? ''] ?? row.number),
      fontSize: slot.fontSize,
      absolutePosition: { x: mm(slot.x), y: mm(slot.y) },
    }));
    const codes = side.qr.map(({ x, y, s }) => ({
      qr: formatQrPayload(layout.layoutId, row.number, side.page),
      fit: mm(s),
      eccLevel: 'Q' as const,
      absolutePosition: { x: mm(x), y: mm(y) },
    }));
    return { stack: [definition.background(side.page), ...texts, ...codes] };
  };
  const defaultStyle = { ...definition.defaultStyle, font: 'Tinos' };
  return pdfmake.createPdf({ ...definition, defaultStyle, content, background }).getBuffer();
}
