import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/questionnaires',
    name: 'questionnaires',
    component: () => import('./QuestionnairesPage.vue'),
    meta: { title: 'questionnaires.title', action: 'questionnaires.read' },
  },
  {
    path: '/questionnaires/:id/:version(\\d+)',
    name: 'questionnaire',
    component: () => import('./VersionPage.vue'),
    meta: { title: 'questionnaires.title', action: 'questionnaires.read' },
  },
];
