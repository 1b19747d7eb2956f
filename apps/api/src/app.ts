import { Hono } from 'hono';
import { session } from './access/session-middleware.ts';
import { assignmentRoutes } from './assignments/routes.ts';
import type { Deps, Env } from './frame/deps.ts';
import { errorHandler } from './frame/errors.ts';
import { householdRoutes } from './households/routes.ts';
import { cadreRoutes } from './people/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { groupRoutes, hamletRoutes, officeRoutes, unitRoutes } from './units/routes.ts';

/** The whole api. Features are mounted in the order of the journey; each brings its own routes. */
export function createApp(deps: Deps) {
  const app = new Hono<Env>();
  app.onError(errorHandler(deps.log));
  app.use('/api/*', session(deps));
  return app
    .route('/api/units', unitRoutes(deps))
    .route('/api/office', officeRoutes(deps))
    .route('/api/hamlets', hamletRoutes(deps))
    .route('/api/groups', groupRoutes(deps))
    .route('/api/cadres', cadreRoutes(deps))
    .route('/api/households', householdRoutes(deps))
    .route('/api/assignments', assignmentRoutes(deps))
    .route('/api/search', searchRoutes(deps));
}

export type App = ReturnType<typeof createApp>;
