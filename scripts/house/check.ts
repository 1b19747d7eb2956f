/** One rule: a pattern that must not occur in files it applies to. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  readonly pattern: RegExp;
  /** Files that the rule looks at. */
  readonly files: RegExp;
  /** Files in which the thing is allowed. */
  readonly except?: RegExp;
  /** Whether comments count too. */
  readonly inComments?: boolean;
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly why: string;
}

/** What one file has against the rules, line by line. */
export function checkFile(file: string, text: string, rules: readonly Rule[]): Finding[] {
  const applicable = rules.filter((rule) => rule.files.test(file) && !rule.except?.test(file));
  if (applicable.length === 0) return [];
  const lines = text.split('\n');
  const code = /\.(ts|vue|js|mjs)$/.test(file) ? withoutComments(text).split('\n') : lines;
  return applicable.flatMap((rule) =>
    (rule.inComments === true ? lines : code).flatMap((line, index) =>
      rule.pattern.test(line) ? [{ file, line: index + 1, rule: rule.name, why: rule.why }] : [],
    ),
  );
}

/** Comments blanked, line numbers kept; good enough for patterns, not a parser. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;,({])\/\/.*$/gm, '$1');
}
