import { groupsOfCadre } from '@gandan/db/access';
import type { AnonymousWork } from '@gandan/db/work';
import type { Actor, Role } from '@gandan/domain/policy';

/** The account columns that make an actor. */
export interface ActorColumns {
  readonly accountId: string;
  readonly role: string;
  readonly communeId: string | null;
  readonly provinceCode: string | null;
  readonly cadreId: string | null;
}

/** Who acts: read at every request, so that a changed role or assignment counts at once. */
export async function actorOf(work: AnonymousWork, row: ActorColumns): Promise<Actor> {
  return {
    userId: row.accountId,
    role: row.role as Role,
    communeId: row.communeId,
    provinceCode: row.provinceCode,
    cadreId: row.cadreId,
    groupIds: await groupsToday(work, row),
  };
}

async function groupsToday(work: AnonymousWork, { communeId, cadreId }: ActorColumns): Promise<string[]> {
  if (communeId === null || cadreId === null) return [];
  return groupsOfCadre(work.trx, communeId, cadreId, work.today);
}
