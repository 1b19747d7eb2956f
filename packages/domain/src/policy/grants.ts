import { ACTIONS, type Action } from './actions.ts';
import type { Role } from './actor.ts';

/** How far a grant reaches. */
export type Reach = 'anything' | 'province' | 'commune' | 'own-groups' | 'self' | 'own-petitions' | 'own-jobs';
type Grants = Partial<Record<Action, readonly Reach[]>>;

const each = (actions: readonly Action[], ...reaches: Reach[]): Grants =>
  Object.fromEntries(actions.map((action) => [action, reaches]));

const READS = ACTIONS.filter((action) => action.endsWith('.read'));
const EVERYDAY: readonly Action[] = ['home.read', 'search.read'];

// Whoever is a cadre too, whatever his role, writes and reads his own self-assessment.
const ABOUT_MYSELF = each(['evaluations.read', 'evaluations.assess', 'evaluations.print'], 'self');

/** The whole table of who may do what; what is not here is refused. Separation of duties is applied on top of it. */
export const GRANTS: Record<Role, Grants> = {
  'province-admin': {
    ...each(['units.read'], 'anything'),
    ...each(['offices.read', 'offices.write', 'users.read', 'users.write'], 'province'),
    ...each(['home.read'], 'province'),
  },
  'commune-admin': {
    ...each(ACTIONS, 'commune'),
    ...each(['evaluations.decide']),
    ...each(['evaluations.assess'], 'self'),
  },
  leader: {
    ...each(
      READS.filter((action) => action !== 'audit.read' && action !== 'users.read'),
      'commune',
    ),
    ...each(['evaluations.comment', 'evaluations.propose', 'evaluations.decide', 'evaluations.print'], 'commune'),
    ...each(['evaluations.assess'], 'self'),
    ...each(['jobs.cancel'], 'own-jobs'),
  },
  clerk: {
    ...ABOUT_MYSELF,
    ...each(EVERYDAY, 'commune'),
    ...each(
      [
        'units.read',
        'people.read',
        'households.read',
        'assignments.read',
        'questionnaires.read',
        'meetings.read',
        'meetings.write',
        'meetings.record',
        'meetings.close',
        'sheets.read',
        'sheets.print',
        'sheets.move',
        'entry.read',
        'entry.write',
        'petitions.read',
        'petitions.write',
        'jobs.read',
      ],
      'commune',
    ),
    ...each(['jobs.cancel'], 'own-jobs'),
  },
  cadre: {
    ...ABOUT_MYSELF,
    ...each(EVERYDAY, 'own-groups'),
    ...each(['units.read', 'questionnaires.read'], 'commune'),
    ...each(['households.read', 'meetings.read', 'sheets.read'], 'own-groups'),
    ...each(['people.read', 'assignments.read'], 'self'),
    ...each(['petitions.read'], 'own-groups', 'own-petitions'),
    ...each(['petitions.write'], 'own-petitions'),
    ...each(['jobs.read', 'jobs.cancel'], 'own-jobs'),
  },
  auditor: {
    ...each(READS, 'commune'),
    ...each(['evaluations.print'], 'commune'),
  },
};
