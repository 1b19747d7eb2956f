import { connect } from '@gandan/db/connect';
import { systemClock } from '@gandan/domain/calendar';
import { pino } from 'pino';
import { localFileStore } from '../files/local-store.ts';
import { createJobs } from '../jobs/queue.ts';
import { printPackets } from './print-job.ts';

// A server process of its own that prints as far as a step and stays there: the test kills it in the middle.
const [ownerUrl = '', folder = '', lastPhase = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const jobs = createJobs({ db: connect(ownerUrl), ownerUrl, clock: systemClock, log });
jobs.register('print-packets', (job) =>
  printPackets(
    { files: localFileStore(folder) },
    {
      ...job,
      async phase(phase) {
        await job.phase(phase);
        if (phase !== lastPhase) return;
        console.log(phase);
        await new Promise(() => {});
      },
    },
  ),
);
await jobs.open();
