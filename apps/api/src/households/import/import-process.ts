import { pino } from 'pino';
import { openOffice } from '../../office.ts';
import { readSettings } from '../../settings.ts';

// For crash.test.ts: a process that takes jobs until it is killed.
const office = await openOffice(readSettings(process.env, { demo: false }), { log: pino({ level: 'silent' }) });
await office.openJobs();
