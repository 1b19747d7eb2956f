import type { RouteRecordRaw } from 'vue-router';
import { routes as secondRoutes } from './second/routes.ts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/entry',
    name: 'entry',
    component: () => import('./BatchesPage.vue'),
    meta: { title: 'entry.title', action: 'entry.read' },
  },
  {
    path: '/entry/keying',
    name: 'keying',
    component: () => import('./KeyingPage.vue'),
    meta: { title: 'entry.title', action: 'entry.write', bare: true },
  },
  ...secondRoutes,
];
