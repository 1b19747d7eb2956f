import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { renderEvaluation } from './index.ts';
import { sampleView } from './testing.ts';

/**
 * `golden/evaluation.pdf` was looked at, page by page, and found fit to sign. After a change that is meant, write it anew
 * (`GOLDEN=write vitest run --project print golden`) and look again.
 */
const GOLDEN = join(import.meta.dirname, 'golden', 'evaluation.pdf');
const folder = mkdtempSync(join(tmpdir(), 'gandan-golden-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined || process.env.CI === 'true';
if (!hasPoppler) console.warn('skipped: no poppler (pdftoppm), the evaluation PDF was not compared with its golden');

/** The grey pixels of each page. Both sides go through the same rasteriser, so its version does not matter. */
function pixelsOf(file: string): Buffer[] {
  const { stdout } = spawnSync('pdftoppm', ['-r', '60', '-gray', file], { maxBuffer: 2 ** 28 });
  const pages: Buffer[] = [];
  for (let at = 0; at < stdout.length; ) {
    const head = /^P5\s+(\d+) (\d+)\s+255\s/.exec(stdout.subarray(at, at + 40).toString('latin1'));
    if (head === null) throw new Error('not a PGM image');
    const start = at + head[0].length;
    at = start + Number(head[1]) * Number(head[2]);
    pages.push(stdout.subarray(start, at));
  }
  return pages;
}

function differingShare(a: Buffer, b: Buffer): number {
  if (a.length !== b.length) return 1;
  let differing = 0;
  for (let at = 0; at < a.length; at++) if (Math.abs((a[at] ?? 0) - (b[at] ?? 0)) > 48) differing += 1;
  return differing / a.length;
}

describe.runIf(hasPoppler)('the decided evaluation', () => {
  it('looks as it did when it was found fit to sign', async () => {
    const bytes = await renderEvaluation(sampleView(4), ['01', '02', 'annex']);
    if (process.env.GOLDEN === 'write') writeFileSync(GOLDEN, bytes);
    const fresh = join(folder, 'fresh.pdf');
    writeFileSync(fresh, bytes);
    const [before, after] = [pixelsOf(GOLDEN), pixelsOf(fresh)];
    expect(after).toHaveLength(before.length);
    for (const [index, page] of after.entries()) {
      expect(differingShare(page, before[index] ?? Buffer.alloc(0)), `page ${index + 1}`).toBeLessThan(0.0005);
    }
  });
});
