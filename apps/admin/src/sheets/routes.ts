import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/sheets/:number',
    name: 'sheet',
    component: () => import('./SheetPage.vue'),
    meta: { title: 'sheets.one', action: 'sheets.read' },
  },
];
