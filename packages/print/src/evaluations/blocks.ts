import { type EvaluationView, formatNumber, LEVEL_NAMES, LEVELS, type Level } from '@gandan/domain/evaluations';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import { ND30, paragraph } from '../profiles/index.ts';
import { type Signing, signingTable } from './signing.ts';

/** Size in tables, one point below the body so that the long criteria stay in two or three lines. */
export const CELL = 12;
/** Where something is to be written by hand. */
export const DOTS = '..........';
const GREY = '#555555';

/** Thin rules around and between the cells, with air. */
export const GRID: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

export interface Column {
  readonly width: number | '*' | 'auto';
  readonly title: string;
  readonly alignment: 'left' | 'center' | 'right';
}

/** A table whose header repeats on every page and whose rows never break. */
export function table(columns: readonly Column[], rows: readonly TableCell[][], size = CELL): Content {
  const head = columns.map(({ title }): TableCell => ({ text: title, bold: true, alignment: 'center' }));
  const body = rows.map((row) => row.map((cell, index) => aligned(cell, columns[index]?.alignment ?? 'left')));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [head, ...body],
    },
    layout: GRID,
    fontSize: size,
    margin: [0, 2, 0, 8],
  };
}

function aligned(cell: TableCell, alignment: Column['alignment']): TableCell {
  if (typeof cell === 'string') return { text: cell, alignment };
  return 'alignment' in cell ? cell : Object.assign({ alignment }, cell);
}

/** Points as the office writes them, or dots to be filled by hand. */
export function pointsOrDots(value: number | null): string {
  return value === null ? DOTS : formatNumber(value);
}

/** `Họ và tên: Trần Thị Ví Dụ` and the other lines that say who it is. */
export function personLines(view: EvaluationView, labels: Record<'name' | 'post' | 'department', string>): Content {
  const line = (label: string, value: string, bold = false): Content => ({
    text: [{ text: `${label} ` }, { text: value, bold }],
    margin: [0, 0, 0, 3],
  });
  return {
    stack: [
      line(labels.name, view.cadre.name, true),
      line(labels.post, view.cadre.post),
      line(labels.department, view.cadre.department),
    ],
    fontSize: ND30.body,
    margin: [0, 0, 0, 6],
  };
}

/** Paragraphs of a text, or lines to write on when there is none yet. */
export function written(text: string, blankLines = 3): Content[] {
  if (text === '') return Array.from({ length: blankLines }, dottedLine);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(paragraph);
}

/** Lines 8 mm apart, for handwriting. */
function dottedLine(): Content {
  return {
    canvas: [
      { type: 'line', x1: 0, y1: mm(7), x2: ND30.width, y2: mm(7), lineWidth: 0.6, dash: { length: 1, space: 2 } },
    ],
    margin: [0, 0, 0, mm(1)],
  };
}

/** The four levels with a box each, two by two in the order of the form; the chosen one is crossed. */
export function levelBoxes(chosen: Level | null): Content {
  const option = (level: Level): Content => ({
    columns: [
      { width: 18, ...box(level === chosen) },
      { width: '*', text: LEVEL_NAMES[level].vi, bold: level === chosen },
    ],
  });
  const row = (levels: readonly Level[]): Content => ({
    columns: levels.map((level) => ({ width: '*', stack: [option(level)] })),
    margin: [mm(5), 3, 0, 3],
  });
  return { stack: [row(LEVELS.slice(0, 2)), row(LEVELS.slice(2))], fontSize: ND30.body, unbreakable: true };
}

// Drawn, not typed: the font has no ballot box.
function box(crossed: boolean) {
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line' as const,
    x1,
    y1,
    x2,
    y2,
    lineWidth: 1.2,
  });
  return {
    canvas: [
      { type: 'rect' as const, x: 0.5, y: 3, w: 10, h: 10, lineWidth: 0.8 },
      ...(crossed ? [line(2.5, 5, 8.5, 11), line(8.5, 5, 2.5, 11)] : []),
    ],
  };
}

/**
 * The last text of a form and the signatures, so that these never stand alone on a page: they keep the last paragraph, or
 * the last sentences of a long one, with them.
 */
export function closing(
  before: readonly Content[],
  text: string,
  signers: readonly Signing[],
  blankLines = 3,
): Content[] {
  const signing = signingTable(signers);
  if (text === '') return [{ stack: [...before, ...written('', blankLines), signing], unbreakable: true }];
  const paragraphs = text.split('\n').filter((line) => line !== '');
  const [head, tail] = splitTail(paragraphs.pop() ?? '');
  const kept = { stack: [paragraph(tail), signing], unbreakable: true };
  if (paragraphs.length === 0 && head === '') {
    return [{ stack: [...before, paragraph(tail), signing], unbreakable: true }];
  }
  return [...before, ...paragraphs.map(paragraph), ...(head === '' ? [] : [paragraph(head)]), kept];
}

/** Longest text that the signatures take with them: about eight lines. */
const LONGEST_TAIL = 700;

/** Cuts after a sentence, else between words, else (nothing but letters) anywhere. */
function splitTail(text: string): [string, string] {
  const earliest = text.length - LONGEST_TAIL;
  if (earliest <= 0) return ['', text];
  const sentence = text.indexOf('. ', earliest);
  const word = text.indexOf(' ', earliest);
  const at = sentence !== -1 ? sentence + 1 : word !== -1 ? word : earliest;
  return [text.slice(0, at).trim(), text.slice(at).trim()];
}

/** A smaller remark under a line. */
export function remark(text: string): Content {
  return { text, fontSize: ND30.small, italics: true, color: GREY, margin: [0, 0, 0, 4] };
}
