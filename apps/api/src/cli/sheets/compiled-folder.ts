import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, invalidField } from '@gandan/domain/errors';
import { type LayoutMap, PAPER_LAYOUTS } from '@gandan/domain/questionnaires';
import type { StoredForm } from '@gandan/print/sheets';
import { z } from 'zod';

const length = z.number().min(0).max(2000);
const place = { x: length, y: length };
const box = { ...place, w: length, h: length };

/** As much of a layout map as the press relies on; what keying and scanning read besides is passed over. */
const Layout = z.looseObject({
  layoutId: z.string().regex(/^[0-9A-Z]{6}$/),
  questionnaire: z.object({ code: z.string(), version: z.number().int().min(1) }),
  paper: z.enum(PAPER_LAYOUTS).optional(),
  pageSize: z.object({ w: length.min(100), h: length.min(100) }),
  pages: z
    .array(
      z.looseObject({
        page: z.number().int().min(1).max(99),
        qr: z.array(z.object({ ...place, s: length.min(1) })),
        slots: z.array(
          z.looseObject({
            ...box,
            id: z.string().min(1),
            fontSize: z.number().min(4).max(100),
            bold: z.boolean().optional(),
            italic: z.boolean().optional(),
            align: z.enum(['left', 'center', 'right']).optional(),
          }),
        ),
      }),
    )
    .min(1)
    .max(99)
    .refine((pages) => pages.every(({ page }, index) => page === index + 1), 'pages are not numbered 1, 2, …'),
});

/** Template and layout map, as `questionnaire compile` writes them. */
export async function readCompiled(folder: string): Promise<StoredForm> {
  const [templatePdf, layout] = await Promise.all([
    readPart(folder, 'template.pdf'),
    readPart(folder, 'layout.json').then((bytes) => parseLayout(folder, bytes)),
  ]);
  return { templatePdf, layout };
}

async function readPart(folder: string, name: string): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  if (bytes !== undefined) return bytes;
  throw invalidField('compiled', 'sheets.compiled', {
    vi: `Thư mục ${folder} không có tệp ${name}. Hãy dàn biểu mẫu vào đó bằng “gandan questionnaire compile” trước.`,
    en: `The folder ${folder} has no ${name}. Compile the form into it with “gandan questionnaire compile” first.`,
  });
}

function parseLayout(folder: string, bytes: Uint8Array): LayoutMap {
  let reason: string;
  try {
    const read = Layout.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    // Checked as far as the press needs it; the rest is as the compiler wrote it.
    if (read.success) return read.data as unknown as LayoutMap;
    const [issue] = read.error.issues;
    reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  throw new DomainError('invalid', 'sheets.layout', {
    vi: `Tệp layout.json trong ${folder} hỏng (${reason}). Hãy dàn lại biểu mẫu bằng “gandan questionnaire compile”.`,
    en: `layout.json in ${folder} is broken (${reason}). Compile the form again with “gandan questionnaire compile”.`,
  });
}
