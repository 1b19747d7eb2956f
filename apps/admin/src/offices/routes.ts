import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/offices',
    name: 'offices',
    component: () => import('./OfficesPage.vue'),
    meta: { title: 'offices.title', action: 'offices.write' },
  },
];
