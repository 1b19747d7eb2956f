/** Compiles `templates/*.hbs` into `src/wording/templates.gen.ts`; `pnpm --filter @gandan/print wording`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { splitSections } from '../src/wording/sections.ts';

const TEMPLATES = new URL('../templates/', import.meta.url);
const TARGET = new URL('../src/wording/templates.gen.ts', import.meta.url);

/** The source of the generated module; its test calls this too, so that a stale module cannot pass. */
export function compileWording(): string {
  const documents = readdirSync(TEMPLATES)
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => `  '${name.slice(0, -'.hbs'.length)}': {\n${compileFile(name)}\n  },`);
  return [
    '// @ts-nocheck: written by scripts/wording.ts from templates/*.hbs; edit those.',
    `export const templates = {\n${documents.join('\n')}\n};\n`,
  ].join('\n');
}

function compileFile(name: string): string {
  const sections = splitSections(readFileSync(new URL(name, TEMPLATES), 'utf8'));
  return sections
    .map((section) => {
      const compiled = Handlebars.precompile(section.source, {
        // The result is plain text for PDF text nodes, so there is nothing to escape.
        noEscape: true,
        // A field that the view model lacks is a mistake in the template, not an empty place on paper.
        strict: true,
        knownHelpersOnly: true,
        knownHelpers: { date: true, longDate: true, number: true, upper: true },
      });
      return `    ${section.name}: ${compiled},`;
    })
    .join('\n');
}

if (process.argv[1] === import.meta.filename) writeFileSync(TARGET, compileWording());
