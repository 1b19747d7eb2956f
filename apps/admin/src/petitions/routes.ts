import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/petitions',
    name: 'petitions',
    component: () => import('./PetitionsPage.vue'),
    meta: { title: 'petitions.title', action: 'petitions.read' },
  },
  {
    path: '/petitions/:year(\\d{4})/:id',
    name: 'petition',
    component: () => import('./PetitionPage.vue'),
    meta: { title: 'petitions.title', action: 'petitions.read' },
  },
];
