import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/meetings',
    name: 'meetings',
    component: () => import('./MeetingsPage.vue'),
    meta: { title: 'meetings.title', action: 'meetings.read' },
  },
  {
    path: '/meetings/:year(\\d{4})/:id',
    name: 'meeting',
    component: () => import('./MeetingPage.vue'),
    meta: { title: 'meetings.title', action: 'meetings.read' },
  },
];
