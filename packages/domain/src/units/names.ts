import { searchKey } from '../text/index.ts';
import type { HamletKind } from './hamlet.ts';

/**
 * What two spellings of one group's name have in common: 'Tổ nhân dân tự quản số 01', 'TNDTQ 1', 'Tổ 1' and '1' all give
 * '1'. Lists of households rarely write a group's name as the office does.
 */
export function groupNameKey(name: string): string {
  const key = searchKey(name).replace(/^(?:to )?nhan dan tu quan\b|^t(?:o )?nd(?:tq)?\b|^to\b/u, '');
  return bareKey(key);
}

/** The same for hamlets: 'Ấp Phú Hòa' and 'phu hoa' are one, 'Khóm 3' and '3' are one. */
export function hamletNameKey(name: string): string {
  return bareKey(searchKey(name).replace(/^(?:ap|khu pho|kp|khom|thon|to dan pho|tdp|khu|lang)\b\.?/u, ''));
}

/** The kind that a hamlet's name says it is; 'ap' when it says nothing. */
export function hamletKindOf(name: string): HamletKind {
  const key = searchKey(name);
  if (/^(?:khu pho|kp|khu|khom)\b/u.test(key)) return 'khu-pho';
  if (/^(?:thon|lang)\b/u.test(key)) return 'thon';
  if (/^(?:to dan pho|tdp)\b/u.test(key)) return 'to-dan-pho';
  return 'ap';
}

function bareKey(key: string): string {
  return key
    .replace(/^[\s.:-]*(?:so\b)?[\s.:-]*/u, '')
    .replace(/\b0+(?=\d)/gu, '')
    .trim();
}
