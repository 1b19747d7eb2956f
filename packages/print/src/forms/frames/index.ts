import type { QuestionnaireModel, Subject } from '@gandan/domain/questionnaires';
import { oneLine, wording } from '../../wording/index.ts';
import type { DrawnBlock } from '../blocks.ts';
import type { Board } from '../board.ts';
import type { Piece } from '../pieces.ts';
import { bottomAbove, footer, notice, signatureBand, signaturesInBand } from './foot.ts';
import type { Frame } from './frame.ts';
import { heading, type OfficeLine } from './heading.ts';
import { type EntryRow, entryBox, instructions, type LaterSides, laterStrip } from './identity.ts';
import { type Signer, signatureBlock } from './signatures.ts';

export type { Frame, FrameText } from './frame.ts';

/** What differs from subject to subject; the rest of a frame follows from it. */
interface SubjectFrame {
  readonly offices: readonly OfficeLine[];
  readonly identity: readonly EntryRow[];
  /** Figures of the record that are printed in a box of their own. */
  readonly figures?: readonly EntryRow[];
  readonly later: LaterSides;
  readonly footNumber: string;
  readonly closing?: 'cadre' | 'group';
}

const SUBJECTS: Readonly<Record<Subject, SubjectFrame>> = {
  household: {
    offices: [{ id: 'issuer' }, { id: 'hamlet' }, { id: 'group', bold: true }],
    identity: [
      [
        { label: 'Chủ hộ:', id: 'headName', bold: true },
        { label: 'Số phiếu:', id: 'number', bold: true },
      ],
      [
        { label: 'Địa chỉ:', id: 'address' },
        { label: 'Mã hộ:', id: 'householdCode' },
      ],
      [
        { label: 'Cán bộ phụ trách:', id: 'cadre' },
        { label: 'Ngày họp:', id: 'heldOn' },
      ],
    ],
    later: {
      number: { label: 'Số:', id: 'number.later' },
      name: { label: 'Chủ hộ:', id: 'headName.later' },
      place: 'place.later',
    },
    footNumber: 'number.foot',
  },
  // Nobody's name but the cadre's, and no household anywhere: who wrote it must not be found again.
  anonymous: {
    offices: [{ id: 'issuer' }, { id: 'hamlet' }, { id: 'group', bold: true }],
    identity: [
      [{ label: 'Cán bộ được góp ý:', id: 'cadre', bold: true }],
      [
        { label: 'Kỳ góp ý:', id: 'period' },
        { label: 'Mã:', id: 'token' },
      ],
    ],
    later: {
      number: { label: 'Mã:', id: 'token.later' },
      name: { label: 'Cán bộ:', id: 'cadre.later' },
      place: 'group.later',
    },
    footNumber: 'token.foot',
  },
  cadre: {
    offices: [{ id: 'superior' }, { id: 'issuer', bold: true }],
    identity: [
      [
        { label: 'Họ và tên:', id: 'cadreName', bold: true },
        { label: 'Số phiếu:', id: 'number', bold: true },
      ],
      [
        { label: 'Chức vụ:', id: 'post' },
        { label: 'Năm:', id: 'year' },
      ],
      [{ label: 'Đơn vị công tác:', id: 'department' }],
    ],
    figures: [
      [
        { label: 'Tổ phụ trách:', id: 'figGroups' },
        { label: 'Số hộ:', id: 'figHouseholds' },
      ],
      [
        { label: 'Dự họp tổ:', id: 'figMeetings' },
        { label: 'Thăm hộ:', id: 'figVisits' },
      ],
      [{ label: 'Kiến nghị của dân:', id: 'figPetitions' }],
      [{ label: 'Góp ý của dân:', id: 'figFeedback' }],
    ],
    later: {
      number: { label: 'Số:', id: 'number.later' },
      name: { label: 'Họ và tên:', id: 'cadreName.later' },
      place: 'department.later',
    },
    footNumber: 'number.foot',
    closing: 'cadre',
  },
  group: {
    offices: [{ id: 'hamlet' }, { id: 'group', bold: true }],
    identity: [
      [
        { label: 'Địa điểm:', id: 'place' },
        { label: 'Ngày họp:', id: 'heldOn', bold: true },
      ],
      [
        { label: 'Chủ trì (Tổ trưởng):', id: 'groupHead', bold: true },
        { label: 'Tổ phó:', id: 'groupDeputy' },
      ],
      [
        { label: 'Cán bộ phụ trách:', id: 'cadre' },
        { label: 'Tổng số hộ:', id: 'households' },
      ],
      [{ label: 'Số biên bản:', id: 'number' }],
    ],
    later: {
      number: { label: 'Số:', id: 'number.later' },
      name: { label: 'Biên bản họp:', id: 'group.later' },
      place: 'hamlet.later',
    },
    footNumber: 'number.foot',
    closing: 'group',
  },
};

/** Everything around the questions, laid out for that paper. */
export function frameOf(board: Board, model: QuestionnaireModel): Frame {
  const subject = SUBJECTS[model.subject ?? 'household'];
  const head = heading(board, model, subject.offices);
  const boxY = Math.round((head.bottom + 2.1) * 10) / 10;
  const identity = entryBox(board, boxY, subject.identity);
  const words = wording('sheet.vi', {});
  const figures =
    subject.figures === undefined
      ? identity
      : entryBox(board, identity.bottom + 1.6, subject.figures, oneLine(words.figures));
  const told = instructions(board, model, figures.bottom + 1.5);
  const below = notice(board, model);
  const named = subject === SUBJECTS.household;
  const { top, bottom } = board.profile.content;
  const start = Math.round(told.bottom * 10) / 10;
  return {
    room: (side) => (side === 1 ? { top: start, bottom: bottomAbove(board, below) } : { top, bottom }),
    front: [...head.pieces, ...identity.pieces, ...(figures === identity ? [] : figures.pieces), ...told.pieces],
    later: laterStrip(board, model, subject.later),
    foot: (side, sides, lastAsking) => [
      ...footer(board, subject.footNumber, side, sides),
      ...(side === 1 ? (below?.pieces ?? []) : []),
      ...(side === lastAsking ? lastFoot(board, subject, named, side === 1 && below !== null) : []),
    ],
    closing: (sides) => closingBlock(board, subject, named, sides === 1 && below !== null),
    tooLong: [...head.tooLong, ...told.tooLong, ...(below?.tooLong === true ? (['notice'] as const) : [])],
  };
}

/** Who signs, in the band of the last side with questions, unless the notice has that. */
function lastFoot(board: Board, { closing: who }: SubjectFrame, named: boolean, taken: boolean): readonly Piece[] {
  const words = wording('sheet.vi', {});
  const how = oneLine(words.signHow);
  if (taken) return [];
  if (who !== undefined && inBand(board)) {
    return signaturesInBand(board, who === 'group' ? words.minutesSigners : words.cadreSigners, how);
  }
  return named ? signatureBand(board, words.thanks, [oneLine(words.signer), how]) : [];
}

/** A slip's band is too narrow for three or four who sign. */
function inBand(board: Board): boolean {
  return board.profile.band.w > 120;
}

const NOBODY: Signer = { capacity: '', how: '' };

function closingBlock(board: Board, { closing: who }: SubjectFrame, named: boolean, taken: boolean): DrawnBlock | null {
  const words = wording('sheet.vi', {});
  const how = oneLine(words.signHow);
  if (who !== undefined) {
    if (!taken && inBand(board)) return null;
    const capacities = who === 'group' ? words.minutesSigners : words.cadreSigners;
    return signatureBlock(
      board,
      capacities.map((capacity) => ({ capacity, how })),
    );
  }
  // One signs on the right, so the left half stays free.
  return named && taken ? signatureBlock(board, [NOBODY, { capacity: oneLine(words.signer), how }]) : null;
}
