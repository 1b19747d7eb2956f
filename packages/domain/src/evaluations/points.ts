import { DomainError, type ErrorPlace } from '../errors/index.ts';
import { formatNumber, isStep, roundHalfUp } from './numbers.ts';
import { type Criterion, pointLines, type Scheme } from './scheme.ts';

/** Points per line of the general criteria, by the line's code: `{ 'I.1': 4.5, 'I.2': 5 }`. */
export type Points = Readonly<Record<string, number>>;

/** Refuses points of unknown lines, above the maximum, or not in half points; with `complete`, missing lines too. */
export function checkPoints(scheme: Scheme, points: Points, complete = true): Points {
  const lines = pointLines(scheme);
  const known = new Map(lines.map((line) => [line.code, line]));
  const places: ErrorPlace[] = [];
  const wrong = (code: string, vi: string, en: string) =>
    places.push({
      path: `points.${code}`,
      sentence: { vi: `Tiêu chí ${code}: ${vi}`, en: `Criterion ${code}: ${en}` },
    });
  for (const [code, value] of Object.entries(points)) {
    const line = known.get(code);
    const { pointStep } = scheme.common;
    if (line === undefined) wrong(code, 'không có trong phương án chấm điểm.', 'is not in the scheme.');
    else if (!Number.isFinite(value) || value < 0 || value > line.max) {
      wrong(code, `điểm phải từ 0 đến ${formatNumber(line.max)}.`, `points must lie between 0 and ${line.max}.`);
    } else if (!isStep(value, pointStep)) {
      wrong(code, `điểm chấm theo bước ${formatNumber(pointStep)}.`, `points go in steps of ${pointStep}.`);
    }
  }
  if (complete) {
    for (const line of lines)
      if (points[line.code] === undefined) wrong(line.code, 'chưa có điểm.', 'has no points yet.');
  }
  const first = places[0];
  if (first === undefined) return points;
  throw new DomainError('invalid', 'evaluation.points', first.sentence, places);
}

/** Points of one line or the sum of its lines; null while one of them is not entered. */
export function pointsOf(criterion: Criterion, points: Points): number | null {
  if (criterion.children === undefined) return points[criterion.code] ?? null;
  return addUp(criterion.children.map((child) => pointsOf(child, points)));
}

/** The sum of all general criteria, of 30; null while one of them is not entered. */
export function commonPoints(scheme: Scheme, points: Points): number | null {
  return addUp(scheme.common.criteria.map((criterion) => pointsOf(criterion, points)));
}

function addUp(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return roundHalfUp(sum, 3);
}
