import type { Choice, DateItem, DecimalItem, IntegerItem, PaperQuestion } from '@gandan/domain/questionnaires';
import { frame, line, type Piece, place, text, widthMm } from './pieces.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';
import type { SkipMarks } from './skip-marks.ts';

/** A drawn answer and the width that it takes. */
export interface Drawn {
  readonly pieces: readonly Piece[];
  readonly w: number;
}

const CODE_W = 2.3;
const CODE_TO_BOX = 0.9;
const BOX_X = CODE_W + CODE_TO_BOX;
const LABEL_X = BOX_X + SHEET.box.side + SHEET.box.labelGap;
/** Air behind an option, part of its width. */
export const AFTER_OPTION = 2.4;
const SKIP_GAP = 1.4;

/** Width of an option with its code, box, label and skip mark, and the air behind it. */
export function optionWidth(choice: Choice, skip: string | undefined): number {
  return LABEL_X + widthMm(choice.label.vi) + skipWidth(skip) + AFTER_OPTION;
}

function skipWidth(skip: string | undefined): number {
  return skip === undefined ? 0 : SKIP_GAP + widthMm(skip, { size: TYPE.small });
}

/** Code, empty box, label, skip mark; the box stands in the middle of a row of the usual pitch. */
export function option(question: PaperQuestion, choice: Choice, skip: string | undefined): Drawn {
  const { side } = SHEET.box;
  const top = (SHEET.box.rowPitch - side) / 2;
  const code = { size: TYPE.small };
  const labelY = top + (side - lineHeight(TYPE.body)) / 2;
  const codeY = top + (side - lineHeight(TYPE.small)) / 2;
  const labelEnd = LABEL_X + widthMm(choice.label.vi);
  return {
    w: optionWidth(choice, skip),
    pieces: [
      text(CODE_W - widthMm(choice.name, code), codeY, choice.name, code),
      choiceBox(question, choice, BOX_X, top),
      text(LABEL_X, labelY, choice.label.vi),
      ...(skip === undefined ? [] : [text(labelEnd + SKIP_GAP, codeY, skip, code)]),
    ],
  };
}

/** The box itself; nothing is printed inside it. */
export function choiceBox(question: PaperQuestion, choice: Choice, x: number, y: number): Piece {
  const { side, line: weight } = SHEET.box;
  return frame(x, y, side, side, weight, {
    kind: 'field',
    field: {
      id: `${question.name}.${choice.name}`,
      question: question.name,
      kind: 'choice',
      choice: choice.name,
      ...(question.item.type === 'select_multiple' ? { multiple: true } : {}),
      w: side,
      h: side,
    },
  });
}

/** What is written digit by digit. */
export type CombItem = IntegerItem | DecimalItem | DateItem;

/** One run of cells, what stands before and behind it. */
interface CombPart {
  readonly id: string;
  readonly cells: number;
  readonly part?: 'whole' | 'fraction' | 'day' | 'month' | 'year';
  readonly before?: string;
}

function combParts(name: string, item: CombItem): readonly CombPart[] {
  switch (item.type) {
    case 'integer':
      return [{ id: name, cells: item.digits }];
    case 'decimal':
      return [
        { id: `${name}.whole`, cells: item.digits, part: 'whole' },
        { id: `${name}.fraction`, cells: item.decimals, part: 'fraction', before: ',' },
      ];
    case 'date':
      return [
        { id: `${name}.day`, cells: 2, part: 'day', before: 'ngày' },
        { id: `${name}.month`, cells: 2, part: 'month', before: 'tháng' },
        { id: `${name}.year`, cells: 4, part: 'year', before: 'năm' },
      ];
  }
}

/** Ids of the fields of an answer that is written digit by digit. */
export function combIds(name: string, item: CombItem): readonly string[] {
  return combParts(name, item).map((part) => part.id);
}

/** Label, comb cells and unit on one line. */
export function comb(question: PaperQuestion, item: CombItem, label: string): Drawn {
  const { w: cellW, h: cellH, rowPitch } = SHEET.cell;
  const top = (rowPitch - cellH) / 2;
  const textY = (rowPitch - lineHeight(TYPE.body)) / 2;
  const pieces: Piece[] = label === '' ? [] : [text(0, textY, label)];
  let x = label === '' ? 0 : widthMm(label) + 2;
  for (const [index, { id, cells, part, before }] of combParts(question.name, item).entries()) {
    if (before !== undefined) {
      const gap = index === 0 ? 0 : 1.6;
      pieces.push(text(x + gap, textY, before));
      x += gap + widthMm(before) + 1.6;
    }
    const width = cells * cellW;
    const field = {
      id,
      question: question.name,
      kind: 'comb' as const,
      cells,
      ...(part === undefined ? {} : { part }),
    };
    pieces.push(
      frame(x, top, width, cellH, SHEET.box.line, { kind: 'field', field: { ...field, w: width, h: cellH } }),
    );
    for (let cell = 1; cell < cells; cell += 1) {
      pieces.push(line(x + cell * cellW, top, x + cell * cellW, top + cellH, SHEET.ruleLine.weight));
    }
    x += width;
  }
  const unit = item.type === 'date' ? undefined : item.unit?.vi;
  const unitX = x + 1.8;
  if (unit !== undefined) pieces.push(text(unitX, textY, unit));
  return { w: unitX + (unit === undefined ? 0 : widthMm(unit)) + 3, pieces };
}

/**
 * Ruled lines for handwriting between x and `right`; the first starts at `firstX`, beside the question's words. The
 * field is the whole area, one pitch above the first line down to the last.
 */
export function ruledLines(question: PaperQuestion, lines: number, firstX: number, right: number): readonly Piece[] {
  const { pitch } = SHEET.ruleLine;
  const top = 0.6;
  const x = lines === 1 ? firstX : 0;
  const rules = Array.from({ length: lines }, (_, index) => {
    const y = (index + 1) * pitch - 1.6;
    return line(index === 0 ? firstX : 0, y, right, y);
  });
  const field = {
    id: question.name,
    question: question.name,
    kind: 'text' as const,
    w: right - x,
    h: lines * pitch - 1.6 - top,
  };
  return [...rules, place(x, top, { kind: 'field', field })];
}

/** The words of a skip mark beside an option, or nothing. */
export function skipText(marks: SkipMarks, question: PaperQuestion, choice: Choice, short = false): string | undefined {
  const target = marks.get(question.name)?.get(choice.name);
  if (target === undefined) return undefined;
  if (target === null) return '→ hết phiếu';
  return short ? `→ câu ${target}` : `→ chuyển câu ${target}`;
}
