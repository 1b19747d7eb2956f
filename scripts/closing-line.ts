import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Real counts of a run: every test by its state, a file that could not even be imported as one failure, and so is every
 * error that no test caught. A run without any test has failed.
 */
export function count(modules: readonly TestModule[], errors: readonly SerializedError[]): Counts {
  const counts: Counts = { passed: 0, failed: errors.length, skipped: 0 };
  for (const module of modules) {
    let failedTests = 0;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') counts.passed++;
      // A test that was skipped without a reason of its own did not run because its preparation failed; one that is
      // still pending was cut off.
      else if (result.state === 'skipped' && (test.options.mode !== 'run' || result.note !== undefined))
        counts.skipped++;
      else failedTests++;
    }
    // A failed hook or import fails the module although no test of it says so.
    counts.failed += failedTests === 0 && module.state() === 'failed' ? 1 : failedTests;
  }
  if (counts.passed + counts.failed + counts.skipped === 0) counts.failed = 1;
  return counts;
}

export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Prints `N passed, N failed` as the very last line of the run. */
export default class ClosingLine implements Reporter {
  #line = closingLine({ passed: 0, failed: 1, skipped: 0 });

  onInit(): void {
    process.once('exit', () => process.stdout.write(`${this.#line}\n`));
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    this.#line = closingLine(count(modules, errors));
  }
}
