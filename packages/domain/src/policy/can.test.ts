import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from './actions.ts';
import { type Actor, ROLES } from './actor.ts';
import { can, mayEver, type Resource, refusal, require, scope } from './can.ts';
import { waitAfter } from './sign-in.ts';

const ids = fc.constantFrom('a', 'b', 'c');
const actors: fc.Arbitrary<Actor> = fc
  .record({
    role: fc.constantFrom(...ROLES),
    cadreId: fc.option(ids),
    groupIds: fc.uniqueArray(ids),
    commune: fc.constantFrom('1', '2'),
  })
  .map(({ role, cadreId, groupIds, commune }) => ({
    userId: 'u',
    role,
    communeId: role === 'province-admin' ? null : commune,
    provinceCode: role === 'province-admin' ? '86' : null,
    cadreId,
    groupIds,
  }));
const resources: fc.Arbitrary<Resource> = fc.record(
  {
    communeId: fc.constantFrom('1', '2'),
    groupId: ids,
    groupCadreIds: fc.uniqueArray(ids),
    cadreId: fc.option(ids),
    ownerCadreId: fc.option(ids),
    createdBy: fc.constantFrom('u', 'v'),
    accountRole: fc.constantFrom(...ROLES),
  },
  { requiredKeys: [] },
);
const actions = fc.constantFrom(...ACTIONS);

const actor = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  userId: 'u',
  role,
  communeId: role === 'province-admin' ? null : '1',
  provinceCode: role === 'province-admin' ? '86' : null,
  cadreId: null,
  groupIds: [],
  ...more,
});

describe('the policy', () => {
  it('gives nobody of a commune anything of another commune', () => {
    fc.assert(
      fc.property(actors, actions, resources, (who, action, what) => {
        fc.pre(who.communeId !== null && what.communeId !== undefined && what.communeId !== who.communeId);
        expect(can(who, action, what)).toBe(false);
      }),
    );
  });

  it('lets no cadre touch the paper of his own groups, whatever his role', () => {
    fc.assert(
      fc.property(
        actors,
        fc.constantFrom('sheets.print', 'sheets.move', 'entry.write'),
        resources,
        (who, action, what) => {
          fc.pre(who.cadreId !== null && (what.groupCadreIds?.includes(who.cadreId) ?? false));
          expect(can(who, action, what)).toBe(false);
        },
      ),
    );
  });

  it('lets nobody comment on, propose or decide his own evaluation', () => {
    fc.assert(
      fc.property(
        actors,
        fc.constantFrom('evaluations.comment', 'evaluations.propose', 'evaluations.decide'),
        (who, action) => {
          fc.pre(who.cadreId !== null);
          expect(can(who, action, { communeId: who.communeId, cadreId: who.cadreId })).toBe(false);
        },
      ),
    );
  });

  it('never allows on a record what it never allows at all, and says why it refuses', () => {
    fc.assert(
      fc.property(actors, actions, resources, (who, action, what) => {
        if (!mayEver(who, action)) expect(refusal(who, action, what)).toBe('role');
        expect(scope(who, action) === null).toBe(!mayEver(who, action));
        expect(can(who, action, what)).toBe(refusal(who, action, what) === null);
      }),
    );
  });

  it('lets a self-assessment be written by nobody else', () => {
    fc.assert(
      fc.property(actors, resources, (who, what) => {
        if (can(who, 'evaluations.assess', { ...what, cadreId: 'c' })) expect(who.cadreId).toBe('c');
      }),
    );
  });

  it.each([
    ['commune-admin', 'evaluations.decide', false],
    ['leader', 'evaluations.decide', true],
    ['leader', 'households.write', false],
    ['leader', 'audit.read', false],
    ['clerk', 'entry.write', true],
    ['clerk', 'households.import', false],
    ['clerk', 'users.read', false],
    ['auditor', 'audit.read', true],
    ['auditor', 'petitions.write', false],
    ['province-admin', 'households.read', false],
    ['province-admin', 'users.write', true],
    ['cadre', 'households.write', false],
  ] as const)('%s · %s: %s', (role, action, allowed) => {
    expect(can(actor(role), action)).toBe(allowed);
  });

  it('shows a cadre his own groups and the petitions that he owns', () => {
    const cadre = actor('cadre', { cadreId: 'me', groupIds: ['mine'] });
    expect(can(cadre, 'households.read', { communeId: '1', groupId: 'mine' })).toBe(true);
    expect(can(cadre, 'households.read', { communeId: '1', groupId: 'other' })).toBe(false);
    expect(can(cadre, 'petitions.write', { communeId: '1', ownerCadreId: 'me' })).toBe(true);
    expect(can(cadre, 'petitions.write', { communeId: '1', ownerCadreId: null })).toBe(false);
    expect(can(cadre, 'evaluations.read', { communeId: '1', cadreId: 'other' })).toBe(false);
  });

  it('lets a province administrator manage commune administrators and no other accounts', () => {
    const admin = actor('province-admin');
    expect(can(admin, 'users.write', { provinceCode: '86', accountRole: 'commune-admin' })).toBe(true);
    expect(can(admin, 'users.write', { provinceCode: '86', accountRole: 'clerk' })).toBe(false);
    expect(can(admin, 'users.write', { provinceCode: '01', accountRole: 'commune-admin' })).toBe(false);
    expect(can(actor('commune-admin'), 'users.write', { accountRole: 'province-admin' })).toBe(false);
  });

  it('refuses in words: not there, not this role, somebody else should', () => {
    const clerk = actor('clerk', { cadreId: 'me' });
    expect(() => require(clerk, 'sheets.print', { communeId: '2' })).toThrow(/not-found/);
    expect(() => require(clerk, 'users.read')).toThrow(/policy.role/);
    expect(() => require(clerk, 'sheets.print', { communeId: '1', groupCadreIds: ['me'] })).toThrow(
      /policy.separation/,
    );
  });
});

describe('failed tries', () => {
  it('make one wait longer and longer, never for good', () => {
    expect([0, 2, 3, 4, 6, 10, 11, 20, 1000].map(waitAfter)).toEqual([0, 0, 1, 2, 8, 128, 256, 300, 300]);
  });
});
