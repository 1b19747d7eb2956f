import { DomainError } from '../errors/index.ts';
import type { Action } from './actions.ts';
import type { Actor, Role } from './actor.ts';
import { GRANTS, type Reach } from './grants.ts';

/**
 * What the action is done to: only the fields that matter to the decision, read from the row and never from the request.
 * A field that is left out is not looked at: a list asks without any and lets row-level security narrow it.
 */
export interface Resource {
  readonly communeId?: string | null;
  readonly provinceCode?: string | null;
  readonly groupId?: string;
  /** The cadres who follow that group on that day. */
  readonly groupCadreIds?: readonly string[];
  /** The cadre whom an evaluation or a record is about. */
  readonly cadreId?: string | null;
  /** The cadre who has to answer a petition. */
  readonly ownerCadreId?: string | null;
  /** The account that started a job. */
  readonly createdBy?: string | null;
  /** The role of the account that is managed. */
  readonly accountRole?: Role;
}

/** Why it is refused: `role` never does this; `reach`: not this one; `separation`: not on his own groups or himself. */
export type Refusal = 'role' | 'reach' | 'separation';

// The minutes and the books of a meeting feed the same figures as its sheets.
const TOUCHES_PAPER: readonly Action[] = [
  'sheets.print',
  'sheets.move',
  'entry.write',
  'meetings.record',
  'meetings.close',
];
const JUDGES: readonly Action[] = ['evaluations.comment', 'evaluations.propose', 'evaluations.decide'];

/** Whether some resource exists on which this actor may do this; the policy line of a route asks it. */
export function mayEver(actor: Actor, action: Action): boolean {
  return reachesOf(actor, action).length > 0;
}

/** Every action that the actor may do on some resource, for menus and buttons. */
export function actionsOf(actor: Actor, actions: readonly Action[]): Action[] {
  return actions.filter((action) => mayEver(actor, action));
}

/** May this actor do this to that? */
export function can(actor: Actor, action: Action, resource: Resource = {}): boolean {
  return refusal(actor, action, resource) === null;
}

/** The reason of a refusal, or null when it is allowed. */
export function refusal(actor: Actor, action: Action, resource: Resource = {}): Refusal | null {
  const reaches = reachesOf(actor, action);
  if (reaches.length === 0) return 'role';
  if (!reaches.some((reach) => covers(actor, reach, resource))) return 'reach';
  return separated(actor, action, resource) ? 'separation' : null;
}

/** Throws `forbidden`, or `not-found` where the actor may do it but not to this one: what one may not see is not there. */
export function require(actor: Actor, action: Action, resource: Resource = {}): void {
  const reason = refusal(actor, action, resource);
  if (reason === null) return;
  if (reason === 'reach') {
    throw new DomainError('not-found', 'not-found', {
      vi: 'Không tìm thấy mục này.',
      en: 'There is no such thing, or you may not see it.',
    });
  }
  if (reason === 'separation') {
    throw new DomainError('forbidden', 'policy.separation', {
      vi: 'Người được phân công theo dõi tổ này, hoặc chính người được đánh giá, không được làm việc này. Hãy nhờ người khác.',
      en: 'The cadre assigned to this group, or the person evaluated, may not do this. Ask somebody else to.',
    });
  }
  throw new DomainError('forbidden', 'policy.role', {
    vi: 'Tài khoản của bạn không có quyền làm việc này.',
    en: 'Your account may not do this.',
  });
}

/** What of a kind the actor sees, as plain data that a query turns into its `where`. */
export interface Scope {
  readonly communeId: string | null;
  readonly provinceCode: string | null;
  /** 'all' of the commune, or only these. */
  readonly groupIds: 'all' | readonly string[];
  /** 'all' of the commune, or only records about this cadre (null: none). */
  readonly cadreId: 'all' | string | null;
}

/** The rows on which the actor may do this; `null` when there are none at all. */
export function scope(actor: Actor, action: Action): Scope | null {
  const reaches = reachesOf(actor, action);
  if (reaches.length === 0) return null;
  const whole = reaches.includes('commune') || reaches.includes('province') || reaches.includes('anything');
  return {
    communeId: actor.communeId,
    provinceCode: actor.provinceCode,
    groupIds: whole ? 'all' : reaches.includes('own-groups') ? actor.groupIds : [],
    cadreId: whole ? 'all' : actor.cadreId,
  };
}

function reachesOf(actor: Actor, action: Action): readonly Reach[] {
  return (GRANTS[actor.role][action] ?? []).filter((reach) => reach !== 'self' || actor.cadreId !== null);
}

function covers(actor: Actor, reach: Reach, resource: Resource): boolean {
  if (reach === 'anything') return true;
  if (reach === 'province') {
    if (resource.provinceCode !== undefined && resource.provinceCode !== actor.provinceCode) return false;
    return resource.accountRole === undefined || resource.accountRole === 'commune-admin';
  }
  if (resource.communeId !== undefined && resource.communeId !== actor.communeId) return false;
  // Nobody of a commune manages the accounts above it.
  if (resource.accountRole === 'province-admin') return false;
  switch (reach) {
    case 'commune':
      return true;
    case 'own-groups':
      return resource.groupId === undefined || actor.groupIds.includes(resource.groupId);
    case 'self':
      return resource.cadreId === undefined || resource.cadreId === actor.cadreId;
    case 'own-petitions':
      return resource.ownerCadreId === undefined || (actor.cadreId !== null && resource.ownerCadreId === actor.cadreId);
    case 'own-jobs':
      return resource.createdBy === undefined || resource.createdBy === actor.userId;
  }
}

function separated(actor: Actor, action: Action, resource: Resource): boolean {
  if (actor.cadreId === null) return false;
  if (TOUCHES_PAPER.includes(action)) return resource.groupCadreIds?.includes(actor.cadreId) ?? false;
  return JUDGES.includes(action) && resource.cadreId === actor.cadreId;
}
