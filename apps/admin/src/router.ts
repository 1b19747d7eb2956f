import type { QueryClient } from '@tanstack/vue-query';
import { createRouter, createWebHistory, type RouteRecordRaw, type Router } from 'vue-router';
import { routes as access } from './access/routes.ts';
import { sessionQuery } from './access/session.ts';
import { routes as assignments } from './assignments/routes.ts';
import { routes as audit } from './audit/routes.ts';
import { routes as entry } from './entry/routes.ts';
import { routes as evaluations } from './evaluations/routes.ts';
import { routes as home } from './home/routes.ts';
import { routes as households } from './households/routes.ts';
import { routes as jobs } from './jobs/routes.ts';
import { routes as meetings } from './meetings/routes.ts';
import { routes as offices } from './offices/routes.ts';
import { routes as people } from './people/routes.ts';
import { routes as petitions } from './petitions/routes.ts';
import { routes as questionnaires } from './questionnaires/routes.ts';
import { routes as sheets } from './sheets/routes.ts';
import { routes as shell } from './shell/routes.ts';
import { routes as units } from './units/routes.ts';
import { routes as users } from './users/routes.ts';

/** In the order of the journey. */
const routes: RouteRecordRaw[] = [
  ...home,
  ...access,
  ...offices,
  ...units,
  ...people,
  ...users,
  ...households,
  ...assignments,
  ...questionnaires,
  ...meetings,
  ...sheets,
  ...entry,
  ...petitions,
  ...evaluations,
  ...jobs,
  ...audit,
  ...shell,
];

/** Routes of the product; whoever is not signed in is led to the sign-in page and back again afterwards. */
export function productRouter(queries: QueryClient): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeEach(async (to) => {
    if (to.meta.open) return true;
    const session = await queries.ensureQueryData(sessionQuery).catch(() => undefined);
    // No answer at all: let the page draw itself and say so.
    if (session === undefined || session.stage === 'open') return true;
    return { name: 'sign-in', query: to.path === '/' ? {} : { from: to.fullPath } };
  });
  return router;
}
