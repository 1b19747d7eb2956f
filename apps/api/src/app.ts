import { sessionRoutes } from './access/session-routes.ts';
import { setupRoutes } from './access/setup-routes.ts';
import { assignmentRoutes } from './assignments/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { entryRoutes } from './entry/routes.ts';
import { evaluationRoutes } from './evaluations/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { createBase } from './frame/base.ts';
import type { Deps } from './frame/deps.ts';
import { healthRoutes } from './frame/health.ts';
import { openApiRoutes } from './frame/openapi.ts';
import { OFFICE_RATE, type Rate } from './frame/rate.ts';
import { homeRoutes } from './home/routes.ts';
import { householdRoutes } from './households/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { officesRoutes } from './offices/routes.ts';
import { cadreRoutes } from './people/routes.ts';
import { petitionRoutes } from './petitions/routes.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { groupRoutes, hamletRoutes, officeRoutes, unitRoutes } from './units/routes.ts';
import { userRoutes } from './users/routes.ts';

/** The whole api. Features are mounted in the order of the journey; each brings its own routes. */
export function createApp(deps: Deps, rate: Rate = OFFICE_RATE) {
  const base = createBase(deps, rate);
  return base
    .route(
      '/api',
      openApiRoutes(() => base),
    )
    .route('/api/health', healthRoutes(deps))
    .route('/api/setup', setupRoutes(deps))
    .route('/api/session', sessionRoutes(deps))
    .route('/api/offices', officesRoutes(deps))
    .route('/api/users', userRoutes(deps))
    .route('/api/jobs', jobRoutes(deps))
    .route('/api/files', fileRoutes(deps))
    .route('/api/audit', auditRoutes(deps))
    .route('/api/units', unitRoutes(deps))
    .route('/api/office', officeRoutes(deps))
    .route('/api/hamlets', hamletRoutes(deps))
    .route('/api/groups', groupRoutes(deps))
    .route('/api/cadres', cadreRoutes(deps))
    .route('/api/households', householdRoutes(deps))
    .route('/api/assignments', assignmentRoutes(deps))
    .route('/api/questionnaires', questionnaireRoutes(deps))
    .route('/api/meetings', meetingRoutes(deps))
    .route('/api/sheets', sheetRoutes(deps))
    .route('/api/entry', entryRoutes(deps))
    .route('/api/petitions', petitionRoutes(deps))
    .route('/api/evaluations', evaluationRoutes(deps))
    .route('/api/home', homeRoutes(deps))
    .route('/api/search', searchRoutes(deps));
}

export type App = ReturnType<typeof createApp>;
