import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const read = (env: NodeJS.ProcessEnv, demo = false) => readSettings(env, { demo });

describe('the settings', () => {
  it('have a default each, and keep the demo in a folder of its own', () => {
    expect(read({})).toEqual({
      port: 3000,
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      origin: 'http://localhost:3000',
      demo: false,
    });
    expect(read({ PORT: '8080', GANDAN_DATA: '/srv/gandan' }, true)).toMatchObject({
      dataFolder: resolve('/srv/gandan/demo'),
      origin: 'http://localhost:8080',
    });
    expect(read({ PORT: '', GANDAN_DATA: '', DATABASE_URL: '', GANDAN_ORIGIN: '' })).toEqual(read({}));
  });

  it('take an https address, or http on this machine', () => {
    expect(read({ GANDAN_ORIGIN: 'https://gandan.example/' }).origin).toBe('https://gandan.example');
    expect(read({ GANDAN_ORIGIN: 'http://127.0.0.1:8080' }).origin).toBe('http://127.0.0.1:8080');
  });

  it.each([
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: 'ba nghìn' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ GANDAN_ORIGIN: 'http://10.0.0.5' }, 'GANDAN_ORIGIN'],
    [{ GANDAN_ORIGIN: 'gandan.example' }, 'GANDAN_ORIGIN'],
    [{ GANDAN_ORIGIN: 'https://gandan.example/app' }, 'GANDAN_ORIGIN'],
    [{ GANDAN_ORIGIN: 'https://user:pass@gandan.example' }, 'GANDAN_ORIGIN'],
  ])('refuse %o by name', (env, name) => {
    expect(() => read(env)).toThrow(new RegExp(`environment variable ${name} is not right`));
  });
});
