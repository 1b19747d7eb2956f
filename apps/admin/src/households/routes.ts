import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/households/import',
    name: 'households-import',
    component: () => import('./import/ImportPage.vue'),
    meta: { title: 'households.import.title', action: 'households.import' },
  },
  {
    path: '/households/:id?',
    name: 'households',
    component: () => import('./HouseholdsPage.vue'),
    meta: { title: 'households.title', action: 'households.read' },
  },
];
