/** `pnpm bench NAME [--json]`: runs `bench/NAME.ts` and prints its figures. */
import { readdirSync } from 'node:fs';
import { type Figure, json, table } from './report.ts';

/** What a bench file exports. */
interface Bench {
  readonly figures: () => Promise<readonly Figure[]>;
}

const FRAME = ['run.ts', 'report.ts'];
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !FRAME.includes(name))
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();

const words = process.argv.slice(2);
const [name, ...others] = words.filter((word) => word !== '--json');
if (name === undefined || others.length > 0 || !names.includes(name)) {
  console.error(`Usage: pnpm bench NAME [--json]   NAME is one of: ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  const bench: Bench = await import(`./${name}.ts`);
  const figures = await bench.figures();
  console.log(words.includes('--json') ? json(name, figures) : table(figures));
}
