import { parentPort } from 'node:worker_threads';
import { DomainError } from '@gandan/domain/errors';
import { renderEvaluation } from './document.ts';
import type { Drawn, DrawTask } from './print.ts';
import { selfFormsPdf } from './self-forms.ts';

parentPort?.on('message', async (task: DrawTask) => {
  const answer = (drawn: Drawn, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(drawn, transfer);
  try {
    const bytes =
      'view' in task
        ? new Uint8Array(await renderEvaluation(task.view, task.parts))
        : await selfFormsPdf(task.forms, task.form, task.createdAt);
    answer({ bytes }, [bytes.buffer]);
  } catch (error) {
    if (error instanceof DomainError) {
      const { kind, code, sentence, places } = error;
      answer({ refusal: { kind, code, sentence, places } });
    } else answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
