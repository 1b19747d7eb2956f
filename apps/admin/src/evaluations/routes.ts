import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/evaluations',
    name: 'evaluations',
    component: () => import('./EvaluationsPage.vue'),
    meta: { title: 'evaluations.part', action: 'evaluations.read' },
  },
  {
    path: '/evaluations/:year(\\d{4})/:id',
    name: 'evaluation',
    component: () => import('./EvaluationPage.vue'),
    meta: { title: 'evaluations.part', action: 'evaluations.read' },
  },
];
