import { Hono } from 'hono';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Env } from './deps.ts';
import { errorHandler } from './errors.ts';
import { rateLimit } from './rate.ts';

it('refuses more than a person can ask, and lets him on as time passes', async () => {
  let now = 0;
  const app = new Hono<Env>();
  app.onError(errorHandler(pino({ level: 'silent' })));
  app.use(
    '*',
    rateLimit({ burst: 5, perSecond: 2 }, () => now),
  );
  app.get('/', (c) => c.text('ok'));
  const ask = async () => (await app.request('/')).status;
  expect(await Promise.all(Array.from({ length: 7 }, ask))).toEqual([200, 200, 200, 200, 200, 429, 429]);
  now += 1000;
  expect(await Promise.all(Array.from({ length: 3 }, ask))).toEqual([200, 200, 429]);
});
