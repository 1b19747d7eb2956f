import { connect } from '@gandan/db/connect';
import { systemClock } from '@gandan/domain/calendar';
import { pino } from 'pino';
import { createJobs } from './queue.ts';

// A server process of its own that takes a job and never finishes it: the test kills it in the middle.
const ownerUrl = process.argv[2] ?? '';
const log = pino({ level: 'silent' });
const jobs = createJobs({ db: connect(ownerUrl), ownerUrl, clock: systemClock, log });
jobs.register('print-packets', async (job) => {
  await job.progress(3, 10);
  console.log('running');
  await new Promise(() => {});
});
await jobs.open();
