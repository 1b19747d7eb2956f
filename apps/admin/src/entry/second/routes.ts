import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/entry/second/:number/decision',
    name: 'decision',
    component: () => import('../adjudication/DecisionPage.vue'),
    meta: { title: 'second.decisionTitle', action: 'entry.write' },
  },
  {
    path: '/entry/quality',
    name: 'entry-quality',
    component: () => import('./QualityPage.vue'),
    meta: { title: 'second.qualityTitle', action: 'quality.read' },
  },
  {
    path: '/entry/aside',
    name: 'entry-aside',
    component: () => import('../aside/AsidePage.vue'),
    meta: { title: 'second.asideTitle', action: 'entry.read' },
  },
];
