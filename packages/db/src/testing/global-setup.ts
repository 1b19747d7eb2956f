import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrations/index.ts';
import { startPostgres } from '../postgres/index.ts';
import { createDatabase, inDatabase, TEMPLATE } from './databases.ts';

interface Cluster {
  readonly url: string;
  close(): Promise<void>;
}

// Each project of a run evaluates this file by itself, so the one cluster hangs on the process.
const PLACE = Symbol.for('gandan.test-cluster');
const shared = globalThis as { [PLACE]?: { users: number; cluster: Promise<Cluster> } };

/** vitest's globalSetup: one cluster a run, quick instead of safe, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[PLACE] ??= { users: 0, cluster: startCluster() };
  const mine = shared[PLACE];
  mine.users++;
  project.provide('postgresUrl', (await mine.cluster).url);
  return async () => {
    if (--mine.users > 0) return;
    delete shared[PLACE];
    await (await mine.cluster).close();
  };
}

async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const server = await startPostgres({ folder, settings });
  await createDatabase(server.url, TEMPLATE);
  await migrate(inDatabase(server.url, TEMPLATE));
  return {
    url: server.url,
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The test cluster, as its owner. */
    postgresUrl: string;
  }
}
