import { parentPort, workerData } from 'node:worker_threads';
import type { EvaluationView } from '@gandan/domain/evaluations';
import { type EvaluationPart, renderEvaluation } from './document.ts';

const { view, parts } = workerData as { view: EvaluationView; parts: readonly EvaluationPart[] };
const bytes = new Uint8Array(await renderEvaluation(view, parts));
parentPort?.postMessage(bytes, [bytes.buffer]);
