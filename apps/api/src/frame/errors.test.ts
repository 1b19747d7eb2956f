import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Env } from './deps.ts';
import { errorHandler } from './errors.ts';

const answerTo = async (error: Error) => {
  const app = new Hono<Env>();
  app.onError(errorHandler(pino({ level: 'silent' })));
  app.get('/', () => {
    throw error;
  });
  const response = await app.request('/');
  return { status: response.status, text: await response.text(), retry: response.headers.get('retry-after') };
};
const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('an error', () => {
  it.each([
    withCode('ECONNREFUSED'),
    withCode('57P01'),
    withCode('57P03'),
    withCode('08006'),
    new Error('Connection terminated unexpectedly'),
  ])('of a database that restarts says that it does: %o', async (error) => {
    const { status, text, retry } = await answerTo(error);
    expect({ status, retry }).toEqual({ status: 503, retry: '2' });
    expect(text).toContain('đang khởi động lại');
  });

  it('that nobody expected says nothing of what is inside', async () => {
    const { status, text } = await answerTo(withCode('42P01', 'relation "secret" does not exist'));
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
  });
});
