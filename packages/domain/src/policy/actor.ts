import { DomainError } from '../errors/index.ts';
export const ROLES = ['province-admin', 'commune-admin', 'leader', 'clerk', 'cadre', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Who is acting: what a session (or the command line) resolves to, read from the database at every request. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  /** The commune of everybody but a province admin. */
  readonly communeId: string | null;
  /** The province of a province admin. */
  readonly provinceCode: string | null;
  /** The cadre that this user is, if any: separation of duties looks at it for every role. */
  readonly cadreId: string | null;
  /** Groups assigned today to that cadre; empty for people without assignments. */
  readonly groupIds: readonly string[];
}

/** The commune whose rows this work makes: the actor's own, never taken from a request. A province has none. */
export function communeOf({ actor }: { readonly actor: Actor }): string {
  if (actor.communeId !== null) return actor.communeId;
  throw new DomainError('forbidden', 'policy.role', {
    vi: 'Tài khoản cấp tỉnh không làm việc này thay xã.',
    en: 'A province account does not do this in place of a commune.',
  });
}
