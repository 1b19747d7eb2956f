import { DomainError, type ErrorKind, type ErrorPlace } from '@gandan/domain/errors';
import { VERBS } from './cli/index.ts';
import { runCommand } from './cli/run.ts';
import { sentenceOf } from './console.ts';

const EXIT: Record<ErrorKind, number> = {
  invalid: 2,
  'not-found': 3,
  forbidden: 4,
  conflict: 5,
  'too-large': 6,
  unauthenticated: 4,
  'too-many': 5,
};

const args = process.argv.slice(2);
const machine = args.includes('--json');
try {
  const progress = ({ vi }: { vi: string }) => {
    if (!machine && process.stderr.isTTY) process.stderr.write(`\r${vi} `);
  };
  const { sentence, data = {} } = await runCommand(args, { env: process.env, verbs: VERBS, progress });
  console.log(machine ? JSON.stringify({ ok: true, ...data }) : sentence.vi);
} catch (error) {
  process.exitCode = error instanceof DomainError ? EXIT[error.kind] : 1;
  if (machine) console.log(JSON.stringify({ ok: false, error: told(error) }));
  else console.error(sentenceOf(error));
  if (!machine && error instanceof DomainError) {
    for (const place of error.places.slice(0, 20)) console.error(`  ${where(place)}${place.sentence.vi}`);
  }
}

function told(error: unknown) {
  if (error instanceof DomainError) return { code: error.code, sentence: error.sentence, places: error.places };
  return { code: 'defect', sentence: { vi: 'Lỗi ngoài dự kiến.', en: String(error) }, places: [] };
}

/** The row and column of an imported table; places of a form are named in their sentences. */
function where({ row, column }: ErrorPlace): string {
  if (row === undefined) return '';
  return column === undefined ? `Dòng ${row}: ` : `Dòng ${row}, cột “${column}”: `;
}
