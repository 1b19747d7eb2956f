import { addWorkingDays, type PlainDate, workingDaysBetween } from '../calendar/index.ts';
import type { Sentence } from '../errors/index.ts';
import type { Role } from '../policy/index.ts';

/** Three legal tracks: kiến nghị, phản ánh · khiếu nại · tố cáo. */
export const PETITION_KINDS = ['proposal', 'complaint', 'denunciation'] as const;
export type PetitionKind = (typeof PETITION_KINDS)[number];

export const PETITION_KIND_WORDS: Readonly<Record<PetitionKind, Sentence>> = {
  proposal: { vi: 'kiến nghị, phản ánh', en: 'proposal' },
  complaint: { vi: 'khiếu nại', en: 'complaint' },
  denunciation: { vi: 'tố cáo', en: 'denunciation' },
};

/**
 * Working days from the day of receipt to the answer, unless the office sets another day: proposals 10, complaints 30
 * (first settlement), denunciations 30. To be confirmed by the office's legal officer after Law 136/2025.
 */
export const DEFAULT_DEADLINES: Readonly<Record<PetitionKind, number>> = {
  proposal: 10,
  complaint: 30,
  denunciation: 30,
};

/** Fields of life that a petition can be about, as the household form prints them; an office may write its own. */
export const PETITION_FIELDS = [
  'Đất đai',
  'Hạ tầng',
  'Môi trường',
  'An sinh',
  'Y tế',
  'Giáo dục',
  'An ninh trật tự',
  'Thủ tục hành chính',
  'Thái độ cán bộ',
  'Khác',
] as const;

export const LONGEST_PETITION = 2000;

/** The last day to answer in time. */
export function dueOn(kind: PetitionKind, receivedOn: PlainDate): PlainDate {
  return addWorkingDays(receivedOn, DEFAULT_DEADLINES[kind]);
}

/** Working days that an unanswered petition is past its day; 0 while it is in time. */
export function overdueDays(due: PlainDate, today: PlainDate): number {
  return workingDaysBetween(due, today);
}

/** Working days left to answer; 0 on the last day and after it. */
export function daysLeft(due: PlainDate, today: PlainDate): number {
  return workingDaysBetween(today, due);
}

/**
 * Whether someone may learn which household a petition came from. A denouncer's name is kept from everybody but the
 * office and the leader (Law on Denunciations 2018, art. 9 and 47), be it on a list, a sheet number or a search result.
 */
export function mayKnowPetitioner(kind: PetitionKind, role: Role): boolean {
  return kind !== 'denunciation' || role === 'commune-admin' || role === 'leader';
}
