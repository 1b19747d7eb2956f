import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/questionnaires',
    name: 'questionnaires',
    component: () => import('./QuestionnairesPage.vue'),
    meta: { title: 'questionnaires.title', action: 'questionnaires.read' },
  },
  {
    path: '/questionnaires/import',
    name: 'questionnaire-import',
    component: () => import('./ImportPage.vue'),
    meta: { title: 'questionnaires.import.title', action: 'questionnaires.write' },
  },
  {
    path: '/questionnaires/:id/:version(\\d+)',
    name: 'questionnaire',
    component: () => import('./VersionPage.vue'),
    meta: { title: 'questionnaires.title', action: 'questionnaires.read' },
  },
  {
    path: '/questionnaires/:id/:version(\\d+)/edit',
    name: 'questionnaire-edit',
    component: () => import('./editor/EditorPage.vue'),
    meta: { title: 'questionnaires.editor.title', action: 'questionnaires.write', bare: true },
  },
  {
    path: '/questionnaires/:id/compare',
    name: 'questionnaire-compare',
    component: () => import('./ComparePage.vue'),
    meta: { title: 'questionnaires.compare.title', action: 'questionnaires.read' },
  },
];
