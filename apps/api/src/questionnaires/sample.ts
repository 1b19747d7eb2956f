import type { Work } from '@gandan/db/work';
import type { PaperLayout } from '@gandan/domain/questionnaires';
import { writeSample } from '@gandan/print/packet';
import { templatePdf } from './service.ts';

/** One sheet filled with made-up names, to look at before paper is printed; it carries no number and no QR code. */
export async function sampleSheet(work: Work, id: string, version: number, paper?: PaperLayout) {
  const { bytes, map, name } = await templatePdf(work, id, version, paper);
  return { bytes: await writeSample({ templatePdf: bytes, layout: map }), name: `Mẫu ${name}` };
}
