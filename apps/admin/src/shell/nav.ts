import type { Action } from '@gandan/domain/policy';

export interface NavItem {
  readonly key: string;
  readonly to: string;
  readonly action: Action;
  /** Means something only in a commune's office, or only at the province. */
  readonly only?: 'office' | 'province';
}

/** The parts of the product in the order of the journey. */
export const journeyParts: readonly NavItem[] = [
  { key: 'home', to: '/', action: 'home.read' },
  { key: 'households', to: '/households', action: 'households.read' },
  { key: 'assignments', to: '/assignments', action: 'assignments.read' },
  { key: 'questionnaires', to: '/questionnaires', action: 'questionnaires.read' },
  { key: 'meetings', to: '/meetings', action: 'meetings.read' },
  { key: 'entry', to: '/entry', action: 'entry.read' },
  { key: 'petitions', to: '/petitions', action: 'petitions.read' },
  { key: 'evaluations', to: '/evaluations', action: 'evaluations.read' },
];

/** What is set up once and looked at rarely; behind “Thêm”. */
export const rareParts: readonly NavItem[] = [
  { key: 'offices', to: '/offices', action: 'offices.write', only: 'province' },
  { key: 'units', to: '/groups', action: 'units.read', only: 'office' },
  { key: 'people', to: '/people', action: 'people.read' },
  { key: 'users', to: '/users', action: 'users.read' },
  { key: 'jobs', to: '/jobs', action: 'jobs.read' },
  { key: 'audit', to: '/audit', action: 'audit.read' },
  { key: 'office', to: '/office', action: 'offices.read', only: 'office' },
];

/** Whether somebody sees a part: he may, and it is about the office he works in. */
export function shows(item: NavItem, may: (action: Action) => boolean, inOffice: boolean): boolean {
  return may(item.action) && (item.only === undefined || (item.only === 'office') === inOffice);
}
