import { endSessionsOf, findAccount, insertAccount, listAccounts, updateAccount } from '@gandan/db/access';
import { findUnit } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { conflict, found, invalidField, notFound, stale } from '@gandan/domain/errors';
import { can, communeOf, type Resource, type Role, require } from '@gandan/domain/policy';
import { nameRule, requireText } from '@gandan/domain/text';
import { hashPassword } from '../access/passwords.ts';
import { randomLetters } from '../access/totp.ts';

const DISPLAY_NAME = nameRule({ vi: 'Họ tên người dùng', en: 'The user’s name' });
const ACCOUNT = { vi: 'tài khoản này', en: 'such account' };

/** Accounts without their secrets: of the office, or of the province's commune administrators. */
export async function listUsers(work: Work) {
  require(work.actor, 'users.read');
  const rows = await listAccounts(work.trx);
  return rows
    .filter((row) => can(work.actor, 'users.read', asResource(work, row)))
    .map(({ totpLastStep, ...row }) => ({ ...row, role: row.role as Role, secondFactor: totpLastStep !== null }));
}

export interface NewUser {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly cadreId?: string | null | undefined;
  /** Only for a province administrator, whose account belongs to no commune. */
  readonly communeId?: string | undefined;
}

/** A new account with an initial password, which is told this once, works for seven days and must be changed. */
export async function addUser(work: Work, input: NewUser) {
  require(work.actor, 'users.write', { accountRole: input.role });
  const communeId = await communeOfNew(work, input);
  if (input.role === 'cadre' && !input.cadreId) throw cadreMissing();
  const initialPassword = newInitialPassword();
  const id = work.newId();
  await insertAccount(work.trx, {
    id,
    communeId,
    username: input.username,
    displayName: requireText(input.displayName, DISPLAY_NAME, 'displayName'),
    role: input.role,
    cadreId: input.cadreId ?? null,
    passwordHash: await hashPassword(initialPassword),
    passwordSetAt: work.now,
    mustChangePassword: true,
    createdAt: work.now,
  });
  await work.audit('users.add', id, { role: input.role });
  return { id, initialPassword };
}

export interface UserChange {
  readonly displayName?: string | undefined;
  readonly role?: Role | undefined;
  readonly cadreId?: string | null | undefined;
  readonly disabled?: boolean | undefined;
}

/** Changes an account. A new role, another cadre or disabling ends its sessions at once. */
export async function changeUser(work: Work, id: string, version: number, change: UserChange) {
  const row = await findManaged(work, id);
  if (change.role !== undefined) require(work.actor, 'users.write', asResource(work, { ...row, role: change.role }));
  const endsSessions = change.role !== undefined || change.cadreId !== undefined || change.disabled !== undefined;
  if (endsSessions && row.id === work.actor.userId) throw oneself();
  const cadreId = change.cadreId === undefined ? row.cadreId : change.cadreId;
  if ((change.role ?? row.role) === 'cadre' && cadreId === null) throw cadreMissing();
  const disabledAt = change.disabled === undefined ? row.disabledAt : change.disabled ? work.now : null;
  const changed = await updateAccount(
    work.trx,
    id,
    {
      displayName: requireText(change.displayName ?? row.displayName, DISPLAY_NAME, 'displayName'),
      role: change.role ?? row.role,
      cadreId,
      disabledAt,
    },
    version,
  );
  if (!changed) throw stale();
  if (endsSessions) await endSessionsOf(work.trx, id);
  await work.audit('users.change', id, { fields: Object.keys(change) });
  return { id, version: version + 1 };
}

/** A new initial password, told this once; with `secondFactor` the telephone is forgotten too (lost or replaced). */
export async function resetPassword(work: Work, id: string, { secondFactor }: { secondFactor: boolean }) {
  const row = await findManaged(work, id);
  if (row.id === work.actor.userId) throw oneself();
  const initialPassword = newInitialPassword();
  await updateAccount(work.trx, id, {
    passwordHash: await hashPassword(initialPassword),
    passwordSetAt: work.now,
    mustChangePassword: true,
    ...(secondFactor ? { totpSecret: null, totpLastStep: null, recoveryHashes: [] } : {}),
  });
  await endSessionsOf(work.trx, id);
  await work.audit('users.reset-password', id, { secondFactor });
  return { initialPassword };
}

async function findManaged(work: Work, id: string) {
  require(work.actor, 'users.write');
  const row = found(await findAccount(work.trx, id), ACCOUNT);
  if (!can(work.actor, 'users.write', asResource(work, row))) throw notFound(ACCOUNT);
  return row;
}

// Row-level security shows a province administrator the accounts of his province only; the rest is the policy's.
function asResource(work: Work, row: { communeId: string | null; role: string }): Resource {
  return work.actor.role === 'province-admin'
    ? { accountRole: row.role as Role }
    : { communeId: row.communeId, accountRole: row.role as Role };
}

async function communeOfNew(work: Work, input: NewUser): Promise<string> {
  if (work.actor.role !== 'province-admin') return communeOf(work);
  const unit = input.communeId === undefined ? undefined : await findUnit(work.trx, input.communeId);
  if (unit?.kind === 'commune' && unit.parentCode === work.actor.provinceCode) return unit.code;
  throw invalidField('communeId', 'unit.unknown', {
    vi: 'Hãy chọn một xã, phường của tỉnh mình.',
    en: 'Choose a commune of your province.',
  });
}

const newInitialPassword = () => (randomLetters(16).match(/.{4}/g) ?? []).join('-');

const oneself = () =>
  conflict('users.oneself', {
    vi: 'Không tự khóa, đổi vai trò hay cấp lại mật khẩu cho chính mình. Hãy nhờ một người quản trị khác.',
    en: 'You cannot disable, re-assign or reset your own account. Ask another administrator.',
  });

const cadreMissing = () =>
  invalidField('cadreId', 'users.cadre-missing', {
    vi: 'Tài khoản vai trò cán bộ phải gắn với một cán bộ trong danh sách.',
    en: 'An account with the role cadre must name a cadre of the list.',
  });
