import type { Sentence } from '@gandan/domain/errors';
import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { DrawnBlock } from '../blocks.ts';
import { type DrawnForm, MOST_SIDES } from '../draw-form.ts';
import { rightOf } from '../pieces.ts';
import type { Profile } from '../profile.ts';
import { error, type LintFinding, warning } from './finding.ts';
import { pathsByName } from './names.ts';

/** What came out too wide, too high or too long when it was drawn. */
export function drawingFindings(model: QuestionnaireModel, drawn: DrawnForm): readonly LintFinding[] {
  const paths = pathsByName(model);
  const { profile } = drawn.board;
  const misfits = drawn.blocks.flatMap((block) => {
    const sentence = misfit(block, profile);
    return sentence === null ? [] : [error(paths.get(block.names[0] ?? '') ?? 'items', sentence)];
  });
  return [...drawn.frame.tooLong.map((path) => error(path, FRAME_LONG)), ...misfits, ...lengthFindings(drawn)];
}

/** Drawn lines may stick out by half of their own weight. */
const TOLERANCE = 0.4;

/** Why a block cannot stand on a side of this paper, or null when it can. */
export function misfit(block: DrawnBlock, profile: Profile): Sentence | null {
  const { top, bottom, w } = profile.content;
  const out = block.strips.some(({ pieces }) =>
    pieces.some((piece) => piece.x < -TOLERANCE || rightOf(piece) > w + TOLERANCE),
  );
  if (out) return TOO_WIDE;
  return block.height > bottom - top ? tooHigh(block.height, bottom - top) : null;
}

function lengthFindings({ sidesUsed, sides }: DrawnForm): readonly LintFinding[] {
  if (sidesUsed > MOST_SIDES) return [error('items', tooLong(sidesUsed))];
  if (sides.length <= 2) return [];
  return [warning('items', sidesUsed % 2 === 1 ? EMPTY_SIDE : MORE_THAN_A_LEAF)];
}

/** More sides than two leaves have. */
export function tooLong(sides: number): Sentence {
  return {
    vi: `Phiếu dài ${sides} trang; một phiếu chỉ được tối đa ${MOST_SIDES} trang. Hãy bớt câu hỏi.`,
    en: `The questionnaire takes ${sides} sides; a sheet has at most ${MOST_SIDES}. Ask less.`,
  };
}

function tooHigh(height: number, room: number): Sentence {
  const [has, may] = [height, room].map((millimetres) => Math.ceil(millimetres / 10));
  return {
    vi: `Mục này cao ${has} cm, một trang chỉ có ${may} cm. Hãy chia thành nhiều mục hoặc bớt dòng.`,
    en: `This takes ${has} cm, a side has ${may} cm. Split it or take lines out.`,
  };
}

const TOO_WIDE = {
  vi: 'Mục này rộng hơn tờ giấy. Hãy viết ngắn lại, bớt ô, bớt cột, hoặc chọn khổ giấy lớn hơn.',
  en: 'This is wider than the paper. Shorten the words, take options or columns out, or choose a larger paper.',
};
const FRAME_LONG = {
  vi: 'Lời này dài quá chỗ dành cho nó trên phiếu. Hãy viết ngắn lại.',
  en: 'These words are too long for their place on the sheet. Make them shorter.',
};
const MORE_THAN_A_LEAF = {
  vi: 'Phiếu dài hơn một tờ hai mặt: mỗi người sẽ nhận hai tờ.',
  en: 'The questionnaire is longer than one leaf: everybody gets two.',
};
const EMPTY_SIDE = {
  vi: 'Phiếu dài ba trang: mỗi người sẽ nhận hai tờ, trang thứ tư để trống. Bớt vài câu thì chỉ cần một tờ.',
  en: 'The questionnaire takes three sides: everybody gets two leaves, the fourth side empty. A little less needs one leaf.',
};
