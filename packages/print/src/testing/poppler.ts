import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A grey page: 0 is black. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Whether the tools that judge our PDFs from outside are missing; on CI they must be there. */
export const noPoppler =
  process.env.CI !== 'true' && ['pdftoppm', 'pdftotext', 'qpdf'].some((tool) => !installed(tool));

function installed(tool: string): boolean {
  try {
    execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** One page of the PDF as grey pixels. */
export function rasterise(pdf: Uint8Array, page: number, dpi: number): GreyPage {
  return withFile(pdf, (path) => {
    const args = ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), path];
    const pgm = execFileSync('pdftoppm', args, { maxBuffer: 1 << 28 });
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
    if (header === null) throw new Error('pdftoppm gave no grey page');
    const data = new Uint8Array(pgm.subarray(header[0].length));
    return { width: Number(header[1]), height: Number(header[2]), data };
  });
}

/** The text of the PDF as a reader's search would find it. */
export function textOf(pdf: Uint8Array): string {
  return withFile(pdf, (path) =>
    execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
}

/** Throws when the file's structure has the slightest fault. */
export function checkStructure(pdf: Uint8Array): void {
  withFile(pdf, (path) => execFileSync('qpdf', ['--check', path], { stdio: 'pipe' }));
}

function withFile<T>(pdf: Uint8Array, task: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-print-'));
  try {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, pdf);
    return task(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
