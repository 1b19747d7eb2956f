import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Real runs of vitest with our reporter, each in a folder of its own. */
describe('the closing line of a test run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gandan-closing-'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), `import { beforeAll, describe, expect, it } from 'vitest';\n${text}`);
    }
    const reporter = `--reporter=${join(import.meta.dirname, 'closing-line.ts')}`;
    const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
    const args = [vitest, 'run', '--root', folder, '--reporter=default', reporter];
    const env = { ...process.env, VITEST: undefined, NO_COLOR: '1' };
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    return { ok: status === 0, last: stdout.trimEnd().split('\n').at(-1) };
  };
  const PASSES = "it('passes', () => {});\n";

  it('counts what passed, failed and was skipped', () => {
    const skips = "it.skipIf(true)('no browser', () => {}); it('says so', (context) => context.skip('no Chromium'));\n";
    expect(run({ 'a.test.ts': PASSES + skips })).toEqual({ ok: true, last: '1 passed, 0 failed, 2 skipped' });
    const fails = "it('fails', () => expect(1).toBe(2));\n";
    expect(run({ 'a.test.ts': PASSES + fails })).toEqual({ ok: false, last: '1 passed, 1 failed' });
  });

  it('counts a file that cannot be imported as failed', () => {
    const files = { 'a.test.ts': PASSES, 'b.test.ts': "import './missing.ts';\n" };
    expect(run(files)).toEqual({ ok: false, last: '1 passed, 1 failed' });
  });

  it('counts tests that never ran because their preparation failed', () => {
    const prepared =
      "describe('d', () => { beforeAll(() => { throw new Error('no'); }); it('a', () => {}); it('b', () => {}); });\n";
    expect(run({ 'a.test.ts': PASSES + prepared })).toEqual({ ok: false, last: '1 passed, 2 failed' });
  });

  it('counts an error that no test caught', () => {
    const stray =
      "it('starts something', async () => { setTimeout(() => { throw new Error('stray'); }, 5); await new Promise((r) => setTimeout(r, 50)); });\n";
    expect(run({ 'a.test.ts': stray })).toEqual({ ok: false, last: '1 passed, 1 failed' });
  });

  it('says that a run without any test has failed', () => {
    expect(run({})).toEqual({ ok: false, last: '0 passed, 1 failed' });
  });
});
