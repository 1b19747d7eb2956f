import type { ErrorPlace, Sentence } from '@gandan/domain/errors';

/**
 * Something about a questionnaire on paper, with its place in the model (`items.3.choices.0`). An `error` keeps it from
 * being printed; with a `warning` it prints, but somebody should look.
 */
export type LintFinding = ErrorPlace & { readonly path: string; readonly level: 'error' | 'warning' };

/** What cannot be printed. */
export function error(path: string, sentence: Sentence): LintFinding {
  return { path, sentence, level: 'error' };
}

/** What prints, but may not be meant. */
export function warning(path: string, sentence: Sentence): LintFinding {
  return { path, sentence, level: 'warning' };
}

/** Whether any of them keeps the questionnaire from being printed. */
export function hasErrors(findings: readonly LintFinding[]): boolean {
  return findings.some((finding) => finding.level === 'error');
}
