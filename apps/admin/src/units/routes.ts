import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/groups/:id?',
    name: 'groups',
    component: () => import('./GroupsPage.vue'),
    meta: { title: 'units.groups', action: 'units.read' },
  },
  {
    path: '/hamlets',
    name: 'hamlets',
    component: () => import('./HamletsPage.vue'),
    meta: { title: 'units.hamlets', action: 'units.read' },
  },
  {
    path: '/office',
    name: 'office',
    component: () => import('./OfficePage.vue'),
    meta: { title: 'units.office', action: 'offices.read' },
  },
];
