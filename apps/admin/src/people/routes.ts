import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/people/:id?',
    name: 'people',
    component: () => import('./PeoplePage.vue'),
    meta: { title: 'people.title', action: 'people.read' },
  },
];
