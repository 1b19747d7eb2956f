import { parseArgs } from 'node:util';
import { ignoresHangUp, whenStartedByGone } from './ancestors.ts';
import { greeting, sentenceOf } from './console.ts';
import { type RunningServer, startServer } from './server.ts';
import { readSettings } from './settings.ts';

let server: RunningServer | undefined;
let stoppingSince: number | undefined;

// Ctrl-C reaches us from the terminal and once more from the package manager: that is one wish, not two.
const SAME_WISH_MS = 2000;

async function stop(): Promise<void> {
  if (stoppingSince !== undefined) {
    // A second Ctrl-C does not wait; the exit hook still tells the database to stop.
    if (Date.now() - stoppingSince > SAME_WISH_MS) process.exit(1);
    return;
  }
  stoppingSince = Date.now();
  // While it starts there is nothing to stop yet: the start below sees to it when it comes through.
  if (server === undefined) return;
  await server.stop();
  process.exit(0);
}

process.on('unhandledRejection', (reason) => {
  // One request's or job's defect must not end everybody's work; what counts was committed or was not.
  if (server === undefined) console.error(sentenceOf(reason));
  else server.office.deps.log.error({ event: 'defect', err: reason });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
if (!ignoresHangUp()) process.on('SIGHUP', () => void stop());

try {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  whenStartedByGone(() => {
    if (stoppingSince === undefined) void stop();
  });
  server = await startServer(readSettings(process.env, values));
  if (stoppingSince !== undefined) {
    await server.stop();
    process.exit(0);
  }
  console.log(greeting(server));
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
