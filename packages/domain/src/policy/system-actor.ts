import type { Actor } from './actor.ts';

/** The account id in audit lines of what no person's account did: the command line and the housekeeping of the server. */
export const SYSTEM_ACCOUNT = '00000000-0000-0000-0000-000000000000';

/** Who works for a commune on the machine itself, where the data folder's owner may do everything the office may. */
export function systemActor(communeId: string): Actor {
  return { userId: SYSTEM_ACCOUNT, role: 'commune-admin', communeId, provinceCode: null, cadreId: null, groupIds: [] };
}
