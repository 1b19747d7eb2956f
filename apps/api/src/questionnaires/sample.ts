import type { Work } from '@gandan/db/work';
import { templatePdf } from './service.ts';

export async function sampleSheet(work: Work, id: string, version: number) {
  const { bytes, name } = await templatePdf(work, id, version);
  return { bytes, name };
}
