import { Hono } from 'hono';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { home } from './service.ts';

export const homeRoutes = (deps: Deps) =>
  new Hono<Env>().get('/', allow('home.read', 'Hành trình của năm và việc cần làm hôm nay'), async (c) =>
    c.json(await deps.run(c, home)),
  );
