import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** `turbo boundaries` on a copy of the workspace into which a forbidden import is planted. */
describe('the import rule', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'gandan-boundaries-'));
    for (const entry of readdirSync(ROOT)) {
      if (['.git', '.turbo', 'node_modules', 'data'].includes(entry)) continue;
      cpSync(join(ROOT, entry), join(copy, entry), {
        recursive: true,
        filter: (path) => !/\/(node_modules|dist|\.turbo)$/.test(path),
      });
    }
    spawnSync('git', ['init', '--quiet'], { cwd: copy });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const boundaries = () => {
    const turbo = join(ROOT, 'node_modules', 'turbo', 'bin', 'turbo');
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
    const run = spawnSync(process.execPath, [turbo, 'boundaries'], { cwd: copy, env, encoding: 'utf8' });
    return { code: run.status, said: run.stdout + run.stderr };
  };
  const plant = (file: string, text: string) => {
    writeFileSync(join(copy, file), text);
    const result = boundaries();
    rmSync(join(copy, file));
    return result;
  };

  it('holds in this checkout', () => {
    expect(boundaries()).toMatchObject({ code: 0 });
  });

  it('catches the rules reaching for the database', () => {
    const { code, said } = plant('packages/domain/src/planted.ts', "import '@gandan/db/connect';\n");
    expect(code).not.toBe(0);
    expect(said).toMatch(/planted\.ts/);
  });

  it('catches a relative path into another package', () => {
    const { code, said } = plant('packages/print/src/planted.ts', "import '../../domain/src/errors/index.ts';\n");
    expect(code).not.toBe(0);
    expect(said).toMatch(/planted\.ts/);
  });

  it('catches a dependency against the diagram even when it is declared', () => {
    const file = join('packages', 'ui', 'package.json');
    const declared = { name: '@gandan/ui', private: true, dependencies: { '@gandan/domain': 'workspace:*' } };
    const before = join(copy, file);
    cpSync(before, `${before}.kept`);
    writeFileSync(before, JSON.stringify(declared));
    const { code, said } = boundaries();
    cpSync(`${before}.kept`, before);
    expect(code).not.toBe(0);
    expect(said).toMatch(/domain/);
  });
});
