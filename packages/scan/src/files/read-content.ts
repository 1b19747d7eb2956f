import type { LayoutMap } from '@gandan/domain/questionnaires';
import { type PageReading, readPage } from '../reading/index.ts';
import { decodeImage } from './decode.ts';
import type { PageContent } from './pages.ts';

/** Decodes a page and reads it; what cannot be decoded comes back as its problem. */
export async function readContent(content: PageContent, layouts: readonly LayoutMap[]): Promise<PageReading> {
  if (content.kind === 'problem') return { sides: [], problems: [content.problem] };
  const image = content.kind === 'grey' ? content.image : await decodeImage(content.encoded);
  return 'code' in image ? { sides: [], problems: [image] } : readPage(image, layouts);
}
