import { parentPort, workerData } from 'node:worker_threads';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import type { PageReading } from '../reading/index.ts';
import type { PageContent } from './pages.ts';
import { readContent } from './read-content.ts';

export interface WorkerQuestion {
  readonly content: PageContent;
}
export interface WorkerAnswer {
  readonly reading: PageReading;
}

const layouts = workerData as readonly LayoutMap[];

parentPort?.on('message', async ({ content }: WorkerQuestion) => {
  parentPort?.postMessage({ reading: await readContent(content, layouts) } satisfies WorkerAnswer);
});
