/** Rules of the house that no other tool checks; `pnpm check` runs it: `node scripts/house-rules.ts`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkFile, type Finding } from './house/check.ts';
import { findFloatingPromises } from './house/floating-promises.ts';
import { RULES } from './house/rules.ts';

const TEXT =
  /\.(ts|vue|js|mjs|json|jsonc|yaml|yml|md|css|html|hbs|sh|svg|txt)$|(^|\/)(run|LICENSE|\.npmrc|\.gitignore)$/;

/** All findings in the tracked (and new, not ignored) files of a checkout. */
export function checkHouse(root: string): Finding[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const findings = files
    .filter((file) => TEXT.test(file))
    .flatMap((file) => {
      const text = readTracked(join(root, file));
      return text === undefined ? [] : checkFile(file, text, RULES);
    });
  return [...findings, ...findFloatingPromises(root, files)];
}

/** Undefined for a file that is tracked but was removed from the working tree. */
function readTracked(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const findings = checkHouse(resolve(import.meta.dirname, '..'));
  for (const { file, line, rule, why } of findings) console.error(`${file}:${line}  ${rule}: ${why}`);
  if (findings.length > 0) {
    console.error(`${findings.length} against the house rules (scripts/house/rules.ts)`);
    process.exitCode = 1;
  }
}
