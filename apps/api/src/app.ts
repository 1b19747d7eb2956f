import { Hono } from 'hono';
import { session } from './access/session-middleware.ts';
import type { Deps, Env } from './frame/deps.ts';
import { errorHandler } from './frame/errors.ts';

/** The whole api. Features are mounted in the order of the journey; each brings its own routes. */
export function createApp(deps: Deps) {
  const app = new Hono<Env>();
  app.onError(errorHandler(deps.log));
  app.use('/api/*', session(deps));
  return app;
}

export type App = ReturnType<typeof createApp>;
