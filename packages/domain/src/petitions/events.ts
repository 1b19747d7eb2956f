import { formatDate, type PlainDate } from '../calendar/index.ts';
import { DomainError, invalidField, type Sentence } from '../errors/index.ts';
import { requireProse } from '../text/index.ts';
import { dueOn, LONGEST_PETITION, type PetitionKind } from './petition.ts';

export const PETITION_STATES = ['received', 'assigned', 'answered', 'closed'] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

export const PETITION_STATE_WORDS: Readonly<Record<PetitionState, Sentence>> = {
  received: { vi: 'mới tiếp nhận', en: 'received' },
  assigned: { vi: 'đang giải quyết', en: 'being dealt with' },
  answered: { vi: 'đã trả lời', en: 'answered' },
  closed: { vi: 'đã đóng', en: 'closed' },
};

/** What the office does with a petition. Dates default to today. */
export type PetitionMove =
  | { readonly kind: 'assigned'; readonly ownerCadreId: string; readonly dueOn?: PlainDate }
  | {
      readonly kind: 'reclassified';
      readonly petitionKind: PetitionKind;
      readonly dueOn?: PlainDate;
      readonly text: string;
    }
  | { readonly kind: 'answered'; readonly text: string; readonly onDate?: PlainDate }
  | { readonly kind: 'closed'; readonly text?: string }
  | { readonly kind: 'reopened'; readonly text: string; readonly dueOn?: PlainDate };

/** A petition as far as its moves are concerned. */
export interface PetitionFacts {
  readonly number: number;
  readonly state: PetitionState;
  readonly kind: PetitionKind;
  readonly receivedOn: PlainDate;
  readonly lastSeq: number;
}

/** The event row that a legal move adds. */
export interface PetitionEvent {
  readonly kind: PetitionMove['kind'];
  readonly seq: number;
  readonly onDate: PlainDate;
  readonly ownerCadreId: string | null;
  readonly dueOn: PlainDate | null;
  readonly petitionKind: PetitionKind | null;
  readonly text: string | null;
}

const FROM: Readonly<Record<PetitionMove['kind'], readonly PetitionState[]>> = {
  assigned: ['received', 'assigned'],
  reclassified: ['received', 'assigned'],
  answered: ['assigned'],
  closed: ['answered'],
  reopened: ['answered', 'closed'],
};

const WORDS = { label: { vi: 'Lời ghi', en: 'The text' }, max: LONGEST_PETITION, required: false };

/** Moves that a petition in that state can make. */
export function petitionMoves(state: PetitionState): readonly PetitionMove['kind'][] {
  return (Object.keys(FROM) as PetitionMove['kind'][]).filter((kind) => FROM[kind].includes(state));
}

/**
 * The event that a move adds to a petition; an illegal move, an empty answer or a day outside [received, today] is
 * refused. A new kind and a reopening set the clock anew unless a day is given.
 */
export function movePetition(petition: PetitionFacts, move: PetitionMove, today: PlainDate): PetitionEvent {
  if (!FROM[move.kind].includes(petition.state)) throw illegal(petition, move.kind);
  const text = 'text' in move ? requireProse(move.text ?? '', WORDS, 'text') : '';
  if (text === '' && (move.kind === 'answered' || move.kind === 'reopened' || move.kind === 'reclassified')) {
    throw textMissing(petition, move.kind);
  }
  const onDate = move.kind === 'answered' ? (move.onDate ?? today) : today;
  if (onDate < petition.receivedOn || onDate > today) throw badDay(petition, onDate, today);
  const due = dueAfter(petition, move, today);
  if (due !== null && due < petition.receivedOn) throw dueTooEarly(petition.receivedOn, due);
  return {
    kind: move.kind,
    seq: petition.lastSeq + 1,
    onDate,
    ownerCadreId: move.kind === 'assigned' ? move.ownerCadreId : null,
    dueOn: due,
    petitionKind: move.kind === 'reclassified' ? move.petitionKind : null,
    text: text === '' ? null : text,
  };
}

/** What the office receives by word, letter or telephone, as far as its days are concerned. */
export interface Receipt {
  readonly kind: PetitionKind;
  readonly receivedOn?: PlainDate | undefined;
  readonly dueOn?: PlainDate | undefined;
}

/** The days of a new petition: received today and answered by the deadline of its kind, unless others are given. */
export function receiptDays(receipt: Receipt, today: PlainDate): { receivedOn: PlainDate; dueOn: PlainDate } {
  const receivedOn = receipt.receivedOn ?? today;
  if (receivedOn > today) throw receivedLater(receivedOn);
  const due = receipt.dueOn ?? dueOn(receipt.kind, receivedOn);
  if (due < receivedOn) throw dueTooEarly(receivedOn, due);
  return { receivedOn, dueOn: due };
}

function dueAfter(petition: PetitionFacts, move: PetitionMove, today: PlainDate): PlainDate | null {
  if (move.kind === 'assigned') return move.dueOn ?? null;
  if (move.kind === 'reclassified') return move.dueOn ?? dueOn(move.petitionKind, petition.receivedOn);
  if (move.kind === 'reopened') return move.dueOn ?? dueOn(petition.kind, today);
  return null;
}

const MOVE_WORDS: Readonly<Record<PetitionMove['kind'], Sentence>> = {
  assigned: { vi: 'giao giải quyết', en: 'assigned' },
  reclassified: { vi: 'phân loại lại', en: 'reclassified' },
  answered: { vi: 'ghi trả lời', en: 'answered' },
  closed: { vi: 'đóng', en: 'closed' },
  reopened: { vi: 'mở lại', en: 'reopened' },
};

function illegal(petition: PetitionFacts, kind: PetitionMove['kind']): DomainError {
  const state = PETITION_STATE_WORDS[petition.state];
  const hint =
    kind === 'answered' && petition.state === 'received'
      ? { vi: ' Hãy giao cho một cán bộ trước.', en: ' Assign it to a cadre first.' }
      : { vi: '', en: '' };
  return new DomainError('conflict', 'petition.illegal-move', {
    vi: `Kiến nghị số ${petition.number} ${state.vi} nên không thể ${MOVE_WORDS[kind].vi}.${hint.vi}`,
    en: `Petition ${petition.number} is ${state.en} and cannot be ${MOVE_WORDS[kind].en}.${hint.en}`,
  });
}

function textMissing(petition: PetitionFacts, kind: PetitionMove['kind']): DomainError {
  const sentence =
    kind === 'answered'
      ? {
          vi: `Hãy ghi nội dung trả lời kiến nghị số ${petition.number}.`,
          en: `Write the answer to petition ${petition.number}.`,
        }
      : {
          vi: `Hãy ghi lý do ${MOVE_WORDS[kind].vi} kiến nghị số ${petition.number}.`,
          en: `Write why petition ${petition.number} is ${MOVE_WORDS[kind].en}.`,
        };
  return invalidField('text', 'petition.text-missing', sentence);
}

function badDay(petition: PetitionFacts, onDate: PlainDate, today: PlainDate): DomainError {
  const sentence = {
    vi: `Ngày ${formatDate(onDate)} phải từ ngày tiếp nhận (${formatDate(petition.receivedOn)}) đến hôm nay (${formatDate(today)}).`,
    en: `${formatDate(onDate)} must lie between the day of receipt (${formatDate(petition.receivedOn)}) and today (${formatDate(today)}).`,
  };
  return invalidField('onDate', 'petition.bad-day', sentence);
}

function receivedLater(receivedOn: PlainDate): DomainError {
  return invalidField('receivedOn', 'petition.received-later', {
    vi: `Ngày tiếp nhận ${formatDate(receivedOn)} chưa đến.`,
    en: `The day of receipt ${formatDate(receivedOn)} has not come yet.`,
  });
}

function dueTooEarly(receivedOn: PlainDate, due: PlainDate): DomainError {
  return invalidField('dueOn', 'petition.due-too-early', {
    vi: `Hạn ${formatDate(due)} sớm hơn ngày tiếp nhận ${formatDate(receivedOn)}.`,
    en: `The deadline ${formatDate(due)} is before the day of receipt ${formatDate(receivedOn)}.`,
  });
}
