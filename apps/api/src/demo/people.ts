import type { Role } from '@gandan/domain/policy';

/** The one password of all demo accounts, printed at every start of the demo. */
export const DEMO_PASSWORD = 'gan-dan-xem-thu';

export interface DemoPerson {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Code of the cadre that this person is. */
  readonly cadreCode?: string;
}

/** The chairman of the commune. */
export const LEADER_CODE = 'CB01';

/** One fictional person of each role. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { username: 'vanphong', displayName: 'Lê Thị Mẫu', role: 'commune-admin' },
  { username: 'lanhdao', displayName: 'Nguyễn Văn Thử', role: 'leader', cadreCode: LEADER_CODE },
  { username: 'nhapphieu', displayName: 'Phạm Thị Thí Nghiệm', role: 'clerk' },
  { username: 'canbo', displayName: 'Trần Thị Ví Dụ', role: 'cadre', cadreCode: 'CB07' },
  { username: 'kiemtra', displayName: 'Võ Văn Mẫu Thử', role: 'auditor' },
  { username: 'tinh', displayName: 'Huỳnh Thị Ví Dụ', role: 'province-admin' },
];
