import type { TextStyle } from './board.ts';
import { type Piece, text, widthMm } from './pieces.ts';
import { ascent, lineHeight } from './profile.ts';

/** Words in one style; `gap` is the space before them when they do not start a line (a space when left out). */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
  readonly gap?: number;
}

/** One line of runs, each at its place from the line's start. */
export interface SetLine {
  readonly runs: readonly { readonly x: number; readonly text: string; readonly style: TextStyle }[];
  readonly w: number;
  /** Point size of its largest letters, which gives its height. */
  readonly size: number;
}

/** A line in the making: its last run grows word by word. */
interface OpenLine {
  readonly runs: { x: number; text: string; style: TextStyle }[];
  w: number;
}

// Kerning across a space moves a word by less than a fiftieth of the line; nearer to its end it is measured whole.
const SURELY = 0.9;

/**
 * Sets runs into lines of at most that width. A word wider than a line is broken where it must be. Words are measured one
 * by one, since each longer line measured anew would take a long label seconds; a line's own width is measured whole.
 */
export function setLines(runs: readonly Run[], width: number): readonly SetLine[] {
  const lines: OpenLine[] = [];
  const exact = (line: OpenLine) => {
    const last = line.runs.at(-1);
    if (last !== undefined) line.w = last.x + widthMm(last.text, last.style);
  };
  for (const { text: words, style, gap } of runs) {
    const space = widthMm(' ', style);
    let first = true;
    for (const word of words.split(/\s+/).filter((part) => part !== '')) {
      const line = lines.at(-1);
      const last = line?.runs.at(-1);
      if (line !== undefined && last !== undefined && !first) {
        const longer = `${last.text} ${word}`;
        const about = line.w + space + widthMm(word, style);
        const end = about <= width * SURELY ? about : last.x + widthMm(longer, style);
        if (end <= width) {
          last.text = longer;
          line.w = end;
          continue;
        }
        exact(line);
      } else if (line !== undefined) {
        exact(line);
        const x = line.w + (gap ?? space);
        const end = x + widthMm(word, style);
        first = false;
        if (end <= width) {
          line.runs.push({ x, text: word, style });
          line.w = end;
          continue;
        }
      }
      first = false;
      for (const part of broken(word, style, width)) {
        lines.push({ runs: [{ x: 0, text: part, style }], w: widthMm(part, style) });
      }
    }
  }
  for (const line of lines) exact(line);
  return lines.map((line) => ({ ...line, size: Math.max(...line.runs.map((run) => run.style.size)) }));
}

/** Texts of one style as lines. */
export function wrap(value: string, width: number, style: TextStyle): readonly string[] {
  return setLines([{ text: value, style }], width).map((line) => line.runs[0]?.text ?? '');
}

function broken(word: string, style: TextStyle, width: number): readonly string[] {
  if (widthMm(word, style) <= width) return [word];
  const parts: string[] = [''];
  for (const character of word) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && widthMm(last + character, style) > width) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts;
}

/** Width of runs on one line. */
export function lineWidth(runs: readonly Run[]): number {
  return setLines(runs, Number.POSITIVE_INFINITY)[0]?.w ?? 0;
}

/** Width of the longest word: what a column cannot be narrower than. */
export function longestWord(runs: readonly Run[]): number {
  const words = runs.flatMap(({ text: value, style }) => value.split(/\s+/).map((word) => widthMm(word, style)));
  return Math.max(0, ...words);
}

/** Height of lines under each other. */
export function linesHeight(lines: readonly SetLine[]): number {
  return lines.reduce((sum, line) => sum + lineHeight(line.size), 0);
}

/** Lines drawn under each other from (x, y); smaller letters stand on the same base line. */
export function drawLines(lines: readonly SetLine[], x: number, y: number, centre?: number): readonly Piece[] {
  let top = y;
  return lines.flatMap((line) => {
    const start = centre === undefined ? x : x + (centre - line.w) / 2;
    const pieces = line.runs.map((run) =>
      text(start + run.x, top + ascent(line.size) - ascent(run.style.size), run.text, run.style),
    );
    top += lineHeight(line.size);
    return pieces;
  });
}

/** A paragraph in lines that end at the same place, word by word; the last line is left as it is. */
export function justified(value: string, width: number, style: TextStyle, x: number, y: number): readonly Piece[] {
  const lines = wrap(value, width, style);
  const step = lineHeight(style.size);
  return lines.flatMap((words, index): readonly Piece[] => {
    const top = y + index * step;
    const parts = words.split(' ');
    if (index === lines.length - 1 || parts.length === 1) return [text(x, top, words, style)];
    const widths = parts.map((part) => widthMm(part, style));
    const gap = (width - widths.reduce((sum, w) => sum + w, 0)) / (parts.length - 1);
    let at = x;
    return parts.map((part, number) => {
      const piece = text(at, top, part, style);
      at += (widths[number] ?? 0) + gap;
      return piece;
    });
  });
}
