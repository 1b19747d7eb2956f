import { BOX, GAPS } from './constants.ts';
import type { BoxFeatures, BoxState, PageContext } from './ink.ts';
import { looksMarked } from './ink.ts';
import type { QuestionState } from './page-reading.ts';
import type { Reason } from './reasons.ts';

/** One box of a question with what was measured of it. */
export interface MeasuredBox {
  readonly choice: string;
  readonly features: BoxFeatures;
}

/** A box judged: its state, why, and how far (0 to 1) it is from being something else. */
export interface JudgedBox extends MeasuredBox {
  readonly state: BoxState;
  readonly reason: Reason;
  readonly margin: number;
}

/** What a question was decided to say. */
export interface Decision {
  readonly state: QuestionState;
  readonly choices: readonly string[];
  readonly reason: Reason;
  readonly confidence: number;
  readonly boxes: readonly JudgedBox[];
}

/** The page's own median mark and outline; what an odd mark is compared with. */
export function pageContext(boxes: readonly BoxFeatures[]): PageContext {
  const marks = boxes.filter((box) => looksMarked(box) && box.least < BOX.halfFilled);
  return {
    markDarkness: marks.length < 3 ? null : median(marks.map(({ darkness }) => darkness)),
    markCover: marks.length < 3 ? null : median(marks.map(({ cover }) => cover)),
    outline: median(boxes.map(({ outline }) => outline)),
    gaps: Object.keys(GAPS.sides).map((_, side) => usualGap(boxes, side)),
  };
}

function usualGap(boxes: readonly BoxFeatures[], side: number): number {
  const empty = boxes.filter(({ cover }) => cover <= BOX.empty).map(({ gaps }) => gaps[side] ?? 0);
  return [...empty].sort((a, b) => a - b)[Math.floor(empty.length * GAPS.usual)] ?? 0;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** One answer is asked for: exactly one clear mark among clear boxes is an answer, everything else is for a person. */
export function decideSingle(boxes: readonly MeasuredBox[], context: PageContext): Decision {
  const judged = boxes.map((box) => judge(box, context));
  const of = (state: BoxState) => judged.filter((box) => box.state === state);
  const [marked, filled, doubtful] = [of('marked'), of('filled'), of('doubt')];
  const choices = marked.map(({ choice }) => choice);
  const confidence = Math.min(...judged.map(({ margin }) => margin));
  const decision = (state: QuestionState, reason: Reason): Decision => {
    return { state, choices, reason, confidence, boxes: judged };
  };
  const [firstDoubt] = doubtful;
  if (marked.length > 1) return decision('multiple', 'several-marks');
  if (firstDoubt !== undefined) return decision('doubt', firstDoubt.reason);
  if (marked.length === 1) {
    if (judged.some((box) => isRinged(box, context))) return decision('doubt', 'ink-around');
    return filled.length > 0 ? decision('corrected', 'cancelled') : decision('answered', 'clear');
  }
  if (filled.length > 0) return decision('doubt', 'only-filled');
  return judged.some((box) => inkedGaps(box, context) > 0)
    ? decision('doubt', 'ink-around')
    : decision('blank', 'empty');
}

/** Any number of answers: each box stands for itself, so a mark beside a box must not pass as "not chosen". */
export function decideMultiple(boxes: readonly MeasuredBox[], context: PageContext): Decision {
  const judged = boxes.map((box) => judge(box, context));
  const of = (state: BoxState) => judged.filter((box) => box.state === state);
  const [marked, filled, doubtful] = [of('marked'), of('filled'), of('doubt')];
  const choices = marked.map(({ choice }) => choice);
  const confidence = Math.min(...judged.map(({ margin }) => margin));
  const decision = (state: QuestionState, reason: Reason): Decision => {
    return { state, choices, reason, confidence, boxes: judged };
  };
  const [firstDoubt] = doubtful;
  if (firstDoubt !== undefined) return decision('doubt', firstDoubt.reason);
  if (judged.some((box) => inkedGaps(box, context) > 0)) return decision('doubt', 'ink-around');
  if (filled.length > 0)
    return marked.length > 0 ? decision('corrected', 'cancelled') : decision('doubt', 'only-filled');
  return marked.length > 0 ? decision('answered', 'clear') : decision('blank', 'empty');
}

/** What one box says by itself, in the light of the page. */
export function judge(box: MeasuredBox, context: PageContext): JudgedBox {
  const { cover, extent, core, least, darkness, line } = box.features;
  const as = (state: BoxState, reason: Reason, margin: number): JudgedBox => {
    const most = box.features.streak ? BOX.streakMargin : 1;
    return { ...box, state, reason, margin: Math.max(0, Math.min(most, margin)) };
  };
  if (box.features.outline < context.outline * BOX.outlineSeen && cover < BOX.filledCover) {
    return as('doubt', 'no-outline', 0);
  }
  if (cover <= BOX.empty) return as('empty', 'empty', 1 - cover / BOX.empty / 2);
  const reference = context.markDarkness ?? context.outline;
  const leastDarkness = reference * leastShare(context);
  if (least >= BOX.filled && cover >= BOX.filledCover) {
    return darkness < leastDarkness ? as('doubt', 'faint', 0.2) : as('filled', 'cancelled', (least - BOX.filled) * 2.5);
  }
  if (line) return as('doubt', 'line-through', 0.1);
  if (least >= BOX.halfFilled) return as('doubt', 'half-filled', 0.1);
  // The end of a neighbour's stroke: little, and never in the middle.
  const usual = context.markCover ?? 2 * BOX.marked;
  if (core < BOX.strayCore && cover < BOX.stray * usual && extent < BOX.extent) {
    return as('empty', 'empty', 0.3 * (1 - cover / (BOX.stray * usual)));
  }
  if (cover < BOX.marked || extent < BOX.extent) return as('doubt', 'unclear-mark', 0.1);
  if (darkness < leastDarkness || isWeak(box.features, context)) return as('doubt', 'faint', 0.2);
  if (
    box.features.gaps.slice(0, GAPS.ring).filter((gap, side) => gap > (context.gaps[side] ?? 0) + BOX.flood).length > 1
  ) {
    return as('doubt', 'unclear-mark', 0.1);
  }
  return as('marked', 'clear', Math.min((cover - BOX.marked) / BOX.marked, (extent - BOX.extent) * 3, 1));
}

function isWeak({ darkness, cover }: BoxFeatures, { markDarkness, markCover }: PageContext): boolean {
  if (markDarkness === null || markCover === null) return false;
  return (darkness / markDarkness) * (cover / markCover) < BOX.weakMark;
}

function leastShare({ markDarkness, outline }: PageContext): number {
  if (markDarkness === null) return BOX.faintAlone;
  return markDarkness < BOX.faintPage * outline ? BOX.faintPageMark : BOX.faintMark;
}

/** Gaps of an empty box with more ink than the page's gaps usually have; `first`: only so many of them are looked at. */
function inkedGaps(
  { state, features }: JudgedBox,
  { gaps }: PageContext,
  first: number = features.gaps.length,
): number {
  if (state !== 'empty') return 0;
  return features.gaps
    .slice(0, first)
    .filter((gap, side) => gap > (gaps[side] ?? 0) * (1 + GAPS.perUsual) + GAPS.stroke).length;
}

/** A ring drawn around a box. */
function isRinged(box: JudgedBox, context: PageContext): boolean {
  return inkedGaps(box, context, GAPS.ring) >= GAPS.ringSides;
}
