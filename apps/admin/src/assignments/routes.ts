import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/assignments',
    name: 'assignments',
    component: () => import('./AssignmentsPage.vue'),
    meta: { title: 'assignments.title', action: 'assignments.read' },
  },
];
