import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DomainError } from '@gandan/domain/errors';
import type { Verb } from './verb.ts';

/** What was typed, understood. */
export interface Typed {
  readonly verb: Verb;
  readonly positionals: string[];
  readonly values: Record<string, string | boolean | undefined>;
}

const COMMON = { json: { type: 'boolean' }, commune: { type: 'string' }, demo: { type: 'boolean' } } as const;

/** Understands `import households FILE --commune CODE`; refuses with the usage of the verb, or of all. */
export function understand(args: readonly string[], verbs: readonly Verb[]): Typed {
  const words = args.filter((arg) => !arg.startsWith('-'));
  const verb = verbs.find(({ name }) => name.split(' ').every((word, at) => words[at] === word));
  if (verb === undefined) throw unknownVerb(words.join(' '), verbs);
  const config = { args: [...args], allowPositionals: true, options: { ...COMMON, ...verb.options } };
  const { positionals, values } = parsed(config, verb);
  const rest = positionals.slice(verb.name.split(' ').length);
  const enough = verb.positionals === 'some' ? rest.length > 0 : rest.length === verb.positionals;
  if (!enough || rest.includes('')) throw wrongUsage(verb);
  return { verb, positionals: rest, values: values as Typed['values'] };
}

function parsed(config: ParseArgsConfig, verb: Verb) {
  try {
    return parseArgs({ ...config, allowPositionals: true });
  } catch (error) {
    throw wrongUsage(verb, error instanceof Error ? error.message.split('.')[0] : undefined);
  }
}

function wrongUsage(verb: Verb, reason?: string): DomainError {
  const usage = `pnpm gandan ${verb.usage}`;
  return new DomainError('invalid', 'cli.usage', {
    vi: `Cách dùng: ${usage}${reason === undefined ? '' : ` (${reason})`}`,
    en: `Usage: ${usage}${reason === undefined ? '' : ` (${reason})`}`,
  });
}

function unknownVerb(typed: string, verbs: readonly Verb[]): DomainError {
  const list = verbs
    .map((verb) => `  pnpm gandan ${verb.usage}\n      ${verb.summary.vi}\n      ${verb.summary.en}`)
    .join('\n');
  const what =
    typed === ''
      ? { vi: 'Hãy chọn một lệnh', en: 'Choose a command' }
      : { vi: `Không có lệnh “${typed}”`, en: `There is no command “${typed}”` };
  return new DomainError('invalid', 'cli.verb', { vi: `${what.vi}:\n${list}`, en: `${what.en}.` });
}
