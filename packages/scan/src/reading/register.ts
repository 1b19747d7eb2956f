import type { LayoutPage } from '@gandan/domain/questionnaires';
import {
  fitProjective,
  fitSimilarity,
  type GreyImage,
  type Mapping,
  type Pair,
  type Point,
  type Similarity,
  samplePatch,
  shrink,
} from '../image/index.ts';
import type { FoundCode } from './codes.ts';
import { FIT, MARKS } from './constants.ts';
import { type MarkSearch, markSearch, refineMark } from './marks.ts';

/** How a side of a sheet lies in a picture. */
export interface Registration {
  /** Millimetres of the layout to pixels. */
  readonly mapping: Mapping;
  /** Root mean square of where marks were seen against where the mapping puts them. */
  readonly residualMm: number;
  readonly marks: number;
  readonly codes: number;
  /** Pixels a millimetre, in the middle. */
  readonly scale: number;
}

type Size = { readonly w: number; readonly h: number };
type Mark = LayoutPage['marks'][number];

/** A set of marks taken together. */
interface Hypothesis {
  readonly pairs: readonly Pair[];
  readonly marks: readonly { readonly mark: Mark; readonly seen: Point }[];
  readonly map: Mapping;
  readonly score: number;
}

/**
 * Registers a side by its codes and marks. Which of the page's codes was found is not said in it, so each is tried; the
 * marks decide. Null when no way of laying the page over the picture makes sense.
 */
export function register(
  image: GreyImage,
  codes: readonly FoundCode[],
  page: LayoutPage,
  size: Size,
): Registration | null {
  let best: { hypothesis: Hypothesis; pose: Similarity; count: number } | null = null;
  for (const pairs of placements(codes, page)) {
    const pose = fitSimilarity(pairs);
    if (pose === null || pose.scale < 2) continue;
    const straight: Pair[] = pairs.map((pair) => ({ ...pair, seen: pose.back(pair.seen.x, pair.seen.y) }));
    if (rms(straight, (x, y) => ({ x, y })) > 12) continue;
    const hypothesis = growFromCodes(markSearchOver(image, pose, size), straight, page, size);
    if (hypothesis !== null && (best === null || hypothesis.score > best.hypothesis.score)) {
      best = { hypothesis, pose, count: pairs.length / 4 };
    }
  }
  return best === null ? null : refined(image, best.hypothesis, best.pose, best.count, size);
}

/** Every way to say which printed code each found one is; two found ones are taken together. */
function* placements(codes: readonly FoundCode[], page: LayoutPage): Generator<readonly Pair[]> {
  const [first, second] = codes;
  if (first === undefined) return;
  for (const place of page.qr) {
    const pairs = cornerPairs(first, place);
    if (second === undefined) yield pairs;
    else {
      const others = page.qr.filter((other) => other !== place);
      if (others.length === 0) yield pairs;
      for (const other of others) yield [...pairs, ...cornerPairs(second, other)];
    }
  }
}

function cornerPairs(code: FoundCode, { x, y, s }: LayoutPage['qr'][number]): readonly Pair[] {
  const corners = [
    { x, y },
    { x: x + s, y },
    { x: x + s, y: y + s },
    { x, y: y + s },
  ];
  return corners.map((at, index) => ({ at, seen: code.corners[index] as Point, weight: FIT.codeWeight }));
}

function markSearchOver(image: GreyImage, pose: Similarity, { w, h }: Size): MarkSearch {
  const { margin, scale } = MARKS;
  const area = { x: -margin, y: -margin, w: w + 2 * margin, h: h + 2 * margin };
  // Averaged first: picking every third pixel of a grainy picture would pick its grain.
  const factor = Math.max(1, Math.floor(pose.scale / scale));
  const map: Mapping = (x, y) => {
    const at = pose.map(x, y);
    return { x: at.x / factor, y: at.y / factor };
  };
  return markSearch(samplePatch(shrink(image, factor), map, area, scale));
}

/**
 * Takes the marks one after another, the nearest to the codes first: near them the page is known well, and each mark
 * found makes the next one's place surer. Several candidates are followed, because boxes filled in look like marks.
 */
function growFromCodes(
  search: MarkSearch,
  codePairs: readonly Pair[],
  page: LayoutPage,
  size: Size,
): Hypothesis | null {
  const centre = { x: size.w / 2, y: size.h / 2 };
  const start = fitProjective(codePairs, centre, FIT.coarse);
  if (start === null) return null;
  const far = (mark: Mark) => nearest(markCentre(mark), codePairs);
  const marks = [...page.marks].sort((a, b) => far(a) - far(b));
  let beam: readonly Hypothesis[] = [{ pairs: codePairs, marks: [], map: start, score: 0 }];
  for (const mark of marks) {
    const next = beam.flatMap((hypothesis) => continuations(hypothesis, mark, search, centre));
    beam = next.sort((a, b) => b.score - a.score).slice(0, MARKS.beam);
  }
  return beam[0] ?? null;
}

function continuations(known: Hypothesis, mark: Mark, search: MarkSearch, centre: Point): readonly Hypothesis[] {
  const at = markCentre(mark);
  const expected = known.map(at.x, at.y);
  const { least, perMm, most } = MARKS.reach;
  const reach = Math.min(most, least + perMm * nearest(at, known.pairs));
  const without: Hypothesis = { ...known, score: known.score - MARKS.skipPenalty };
  const taken = search.candidates(expected, mark.s, reach).flatMap(({ seen, contrast }): Hypothesis[] => {
    const pairs = [...known.pairs, { at, seen, weight: 1 }];
    const map = fitProjective(pairs, centre, FIT.coarse);
    if (map === null) return [];
    const misfit = rms(pairs, map) / MARKS.misfit;
    const before = rms(known.pairs, known.map) / MARKS.misfit;
    const surprise = Math.hypot(seen.x - expected.x, seen.y - expected.y) / reach;
    const gain = contrast - 0.2 * surprise - (misfit * pairs.length - before * known.pairs.length);
    return [{ pairs, map, marks: [...known.marks, { mark, seen }], score: known.score + gain }];
  });
  return [...taken, without];
}

/** Places the marks in the full picture, drops those that disagree, and fits once more. */
function refined(
  image: GreyImage,
  found: Hypothesis,
  pose: Similarity,
  codes: number,
  size: Size,
): Registration | null {
  const centre = { x: size.w / 2, y: size.h / 2 };
  const coarse: Mapping = (x, y) => {
    const straight = found.map(x, y);
    return pose.map(straight.x, straight.y);
  };
  let pairs: readonly Pair[] = found.pairs.map((pair) => {
    const hit = found.marks.find(({ mark }) => markCentre(mark).x === pair.at.x && markCentre(mark).y === pair.at.y);
    if (hit === undefined) return pair;
    const precise = refineMark(image, coarse, hit.mark);
    const pixel = coarse(precise.x, precise.y);
    return { ...pair, seen: pose.back(pixel.x, pixel.y) };
  });
  let map = fitProjective(pairs, centre, FIT.fine);
  for (let round = 0; round < 2 && map !== null; round += 1) {
    const fitted = map;
    pairs = pairs.map((pair) => {
      const off = distance(fitted(pair.at.x, pair.at.y), pair.seen);
      const full = pair.weight < 1 && isCode(pair, found) ? FIT.codeWeight : 1;
      return { ...pair, weight: full / (1 + (off / FIT.outlier) ** 2) };
    });
    map = fitProjective(pairs, centre, FIT.fine);
  }
  if (map === null) return null;
  const straight = map;
  const marks = pairs.filter((pair) => !isCode(pair, found));
  return {
    mapping: (x, y) => {
      const at = straight(x, y);
      return pose.map(at.x, at.y);
    },
    residualMm: rms(marks.length > 0 ? marks : pairs, straight),
    marks: marks.length,
    codes,
    scale: pose.scale,
  };
}

function isCode(pair: Pair, found: Hypothesis): boolean {
  return !found.marks.some(({ mark }) => markCentre(mark).x === pair.at.x && markCentre(mark).y === pair.at.y);
}

function markCentre({ x, y, s }: Mark): Point {
  return { x: x + s / 2, y: y + s / 2 };
}

function nearest(point: Point, pairs: readonly Pair[]): number {
  return Math.min(...pairs.map(({ at }) => distance(at, point)));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function rms(pairs: readonly Pair[], map: Mapping): number {
  let [sum, total] = [0, 0];
  for (const { at, seen, weight } of pairs) {
    sum += weight * distance(map(at.x, at.y), seen) ** 2;
    total += weight;
  }
  return total > 0 ? Math.sqrt(sum / total) : 0;
}
