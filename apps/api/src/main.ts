import { parseArgs } from 'node:util';
import { greeting, sentenceOf } from './console.ts';
import { type RunningServer, startServer } from './server.ts';
import { readSettings } from './settings.ts';

const PARENT_CHECK_MS = 1000;
let server: RunningServer | undefined;
let stopping = false;

async function stop(): Promise<void> {
  // A second Ctrl-C does not wait; the exit hook still tells the database to stop.
  if (stopping) process.exit(1);
  stopping = true;
  // While it starts there is nothing to stop yet: the start below sees to it when it comes through.
  if (server === undefined) return;
  await server.stop();
  process.exit(0);
}

/**
 * pnpm, turbo and shells do not all pass a signal on. Started by them we also leave when they are gone: a server that
 * nobody can see and nobody can stop is an orphan.
 */
function leaveWithParent(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopping) void stop();
  }, PARENT_CHECK_MS).unref();
}

process.on('unhandledRejection', (reason) => {
  // One request's or job's defect must not end everybody's work; what counts was committed or was not.
  if (server === undefined) console.error(sentenceOf(reason));
  else server.office.deps.log.error({ event: 'defect', err: reason });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

try {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  leaveWithParent();
  server = await startServer(readSettings(process.env, values));
  if (stopping) {
    await server.stop();
    process.exit(0);
  }
  console.log(greeting(server));
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
