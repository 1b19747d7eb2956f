import { parentPort } from 'node:worker_threads';
import type { EvaluationView } from '@gandan/domain/evaluations';
import { type EvaluationPart, renderEvaluation } from './document.ts';
import type { Drawn } from './print.ts';

parentPort?.on('message', async ({ view, parts }: { view: EvaluationView; parts: readonly EvaluationPart[] }) => {
  const answer = (drawn: Drawn, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(drawn, transfer);
  try {
    const bytes = new Uint8Array(await renderEvaluation(view, parts));
    answer({ bytes }, [bytes.buffer]);
  } catch (error) {
    answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
