import type { PaperQuestion } from '@gandan/domain/questionnaires';
import type { Board } from './board.ts';
import { fieldPlace, line, type Piece } from './pieces.ts';
import { lineHeight } from './profile.ts';

/** From a line's rule to the foot of its strip. */
export const RULE_TO_FOOT = 1.6;
const FIELD_TOP = 0.6;

/**
 * Ruled lines for handwriting between x and `right`; the first starts at `firstX`, beside the question's words. The
 * field is the whole area, from above the first line down to the last.
 */
export function ruledLines(
  board: Board,
  question: PaperQuestion,
  lines: number,
  firstX: number,
  right: number,
): readonly Piece[] {
  const { pitch, weight } = board.profile.ruleLine;
  const x = lines === 1 ? firstX : 0;
  const rules = Array.from({ length: lines }, (_, index) => {
    const y = (index + 1) * pitch - RULE_TO_FOOT;
    return line(index === 0 ? firstX : 0, y, right, y, weight);
  });
  const field = { w: right - x, h: lines * pitch - RULE_TO_FOOT - FIELD_TOP };
  return [...rules, fieldPlace(x, FIELD_TOP, { id: question.name, question: question.name, kind: 'text', ...field })];
}

/** Where words start that stand on the first line, so that the hand goes on where they end. */
export function besideLineY(board: Board): number {
  return board.profile.ruleLine.pitch - RULE_TO_FOOT - lineHeight(board.body.size) + 0.9;
}
