import { parentPort } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import { compileForm } from './compile.ts';
import type { LintFinding } from './lint/index.ts';
import type { PressAnswer, PressTask } from './press.ts';
import { previewForm } from './preview.ts';

parentPort?.on('message', async (task: PressTask) => {
  const answer = (words: PressAnswer) => parentPort?.postMessage(words);
  try {
    answer({
      result:
        task.kind === 'compile'
          ? await compileForm(task.model, task.options)
          : await previewForm(task.model, task.options),
    });
  } catch (error) {
    // An error loses its class on the way between threads; a refusal is rebuilt on the other side.
    if (error instanceof DomainError) {
      const { kind, code, sentence, places } = error;
      answer({ refusal: { kind, code, sentence, places: places as readonly LintFinding[] } });
    } else {
      answer({ defect: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
});
