import { describe, expect, it } from 'vitest';
import { understand } from './command-line.ts';
import type { Verb } from './verb.ts';

const verb = (name: string, more: Partial<Verb> = {}): Verb => ({
  name,
  usage: `${name} FILE`,
  summary: { vi: 'Thử', en: 'Try' },
  positionals: 1,
  load: async () => ({ run: async () => ({ sentence: { vi: '', en: '' } }) }),
  ...more,
});
const verbs = [
  verb('import households', { options: { sheet: { type: 'string' } } }),
  verb('backup'),
  verb('scan', { positionals: 'some' }),
];
const read = (line: string) => understand(line.split(' ').filter(Boolean), verbs);

describe('the command line', () => {
  it('takes options before, between and after the words', () => {
    for (const line of [
      'import households ho.xlsx --commune 28987 --json',
      '--json import households --commune=28987 ho.xlsx',
      'import --json households --commune=28987 ho.xlsx',
    ]) {
      expect(read(line)).toMatchObject({
        verb: { name: 'import households' },
        positionals: ['ho.xlsx'],
        values: { commune: '28987', json: true },
      });
    }
  });

  it.each(['import households', 'scan', 'backup a b', 'backup --sheet x f', 'backup f --commune', 'backup f --loud'])(
    'answers “%s” with how it is used',
    (line) => {
      expect(() => read(line)).toThrow(/Usage: pnpm gandan/);
    },
  );

  it('takes as many files as there are where a verb takes some', () => {
    expect(read('scan a.pdf b.pdf').positionals).toEqual(['a.pdf', 'b.pdf']);
  });

  it('lists every verb for one that there is not', () => {
    expect(() => read('')).toThrow(/cli.verb/);
    expect(() => read('import')).toThrow(/no command “import”/);
    expect(() => read('delete everything')).toThrow(/no command/);
  });
});
