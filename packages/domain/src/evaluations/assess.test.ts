import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssessmentInput,
  assess,
  checkEntered,
  checkPoints,
  commonPoints,
  componentsFor,
  computeIndicators,
  eligibilityOf,
  excellentQuota,
  formatNumber,
  isStep,
  LEVELS,
  monthsInOffice,
  ND335_2025,
  pointLines,
  requireYearBegun,
  resultFormula,
  roundHalfUp,
  SchemeSchema,
  schemeForYear,
  scoreComponents,
} from './index.ts';
import { anyFacts, evenPoints, factsOf, meetingOn } from './testing.ts';

const scheme = ND335_2025;
const percents = (...values: number[]) =>
  Object.fromEntries(
    componentsFor(scheme, values.length > 3).map(({ code }, index) => [
      code,
      { percent: values[index] ?? 0, reason: 'Theo sổ theo dõi' },
    ]),
  );
const input = (changes: Partial<AssessmentInput> = {}): AssessmentInput => ({
  isLeader: false,
  monthsActive: 12,
  leaveMonths: 0,
  points: evenPoints(),
  results: percents(100, 100, 100),
  indicators: [],
  vetoes: [],
  months: [],
  ...changes,
});

describe('the scheme of NĐ 335/2025', () => {
  it('is well-formed data: 30 common points in ten lines, 70 for results, thresholds 90, 70, 50', () => {
    expect(SchemeSchema.parse(scheme)).toEqual(scheme);
    expect(SchemeSchema.parse(JSON.parse(JSON.stringify(scheme)))).toEqual(scheme);
    expect(pointLines(scheme).map((line) => line.max)).toEqual([5, 5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5]);
    expect(commonPoints(scheme, evenPoints())).toBe(30);
    expect(scheme.common.max + scheme.results.max).toBe(100);
    expect(scheme.thresholds.map(({ level, min }) => [level, min])).toEqual([
      ['excellent', 90],
      ['good', 70],
      ['completed', 50],
      ['not-completed', 0],
    ]);
    expect(componentsFor(scheme, false).map((component) => component.code)).toEqual(['a', 'b', 'c']);
    expect(componentsFor(scheme, true).map((component) => component.code)).toEqual(['a', 'b', 'c', 'd', 'đ', 'e']);
  });

  it('judges 2026 and later; earlier years and slips of the keyboard are refused with a sentence', () => {
    expect(schemeForYear(2026).code).toBe('nd335-2025');
    expect(schemeForYear(2031).code).toBe('nd335-2025');
    expect(() => schemeForYear(2025)).toThrow(expect.objectContaining({ code: 'evaluation.no-scheme' }));
    for (const year of [26, 20266, 2026.5, Number.NaN]) {
      expect(() => schemeForYear(year)).toThrow(expect.objectContaining({ code: 'evaluation.year' }));
    }
  });
});

describe('a year that has not begun', () => {
  it('is refused, the running one is not', () => {
    expect(() => requireYearBegun(2026, '2026-01-01')).not.toThrow();
    expect(() => requireYearBegun(2027, '2026-12-31')).toThrow(
      expect.objectContaining({ code: 'evaluation.year-ahead' }),
    );
  });
});

describe('points', () => {
  it('go in half points up to the maximum of their line', () => {
    expect(checkPoints(scheme, evenPoints())).toEqual(evenPoints());
    const refused = (points: Record<string, number>) => {
      try {
        checkPoints(scheme, { ...evenPoints(), ...points });
      } catch (error) {
        return String((error as { places: { sentence: { vi: string } }[] }).places[0]?.sentence.vi);
      }
      return 'accepted';
    };
    expect(refused({ 'I.1': 5.5 })).toBe('Tiêu chí I.1: điểm phải từ 0 đến 5.');
    expect(refused({ 'I.1': -0.5 })).toMatch(/từ 0 đến 5/);
    expect(refused({ 'I.1': 4.3 })).toBe('Tiêu chí I.1: điểm chấm theo bước 0,5.');
    expect(refused({ 'I.1': Number.NaN })).toMatch(/từ 0 đến 5/);
    expect(refused({ 'IX.1': 1 })).toMatch(/không có trong phương án/);
    expect(() => checkPoints(scheme, { 'I.1': 5 })).toThrow(expect.objectContaining({ code: 'evaluation.points' }));
  });

  it('of a group are missing while one of its lines is', () => {
    const { 'I.1': _, ...rest } = evenPoints();
    expect(commonPoints(scheme, rest)).toBeNull();
  });
});

describe('results', () => {
  it('are (a+b+c)/3 × 70 for specialists, and over six for leaders', () => {
    expect(assess(scheme, input({ results: percents(91.7, 82.4, 86.9) })).results).toBe(60.9);
    const leader = input({ isLeader: true, results: percents(90, 90, 90, 60, 60, 60) });
    expect(assess(scheme, leader).results).toBe(52.5);
    const components = assess(scheme, input({ results: percents(91.7, 82.4, 86.9) })).components;
    expect(resultFormula(scheme, components)).toBe('(a + b + c) / 3 × 70 = (91,7 + 82,4 + 86,9) % / 3 × 70 = 60,9');
  });

  it('share out the weight of an indicator without data, and wait for people where there is none at all', () => {
    const indicators = computeIndicators(factsOf({ meetings: [meetingOn('2026-02-10')] }));
    const [a, b, c] = scoreComponents(scheme, false, indicators);
    expect(a).toMatchObject({ from: 'indicators', percent: 25 });
    expect(a?.terms.map((term) => term.share)).toEqual([100, 0, 0]);
    expect(b).toMatchObject({ from: 'indicators', percent: 100 });
    expect(c).toMatchObject({ from: 'nothing', percent: null });
    expect(assess(scheme, input({ indicators, results: {} }))).toMatchObject({
      results: null,
      total: null,
      level: null,
    });
    const entered = { c: { percent: 80, reason: 'Không có kiến nghị; theo tiến độ công việc khác' } };
    expect(scoreComponents(scheme, false, indicators, entered)[2]).toMatchObject({ from: 'person', percent: 80 });
  });

  it('entered by a person carry a reason and lie between 0 and 100', () => {
    const wrong = (code: string, percent: number, reason = 'Lý do') => ({ [code]: { percent, reason } });
    for (const entered of [wrong('a', 101), wrong('a', -1), wrong('a', 50.55), wrong('a', 50, ' '), wrong('d', 50)]) {
      expect(() => checkEntered(scheme, false, entered)).toThrow(
        expect.objectContaining({ code: 'evaluation.results' }),
      );
    }
    expect(checkEntered(scheme, true, wrong('d', 50.5))).toBeTruthy();
  });
});

describe('the level', () => {
  it.each([
    [100, 'excellent'],
    [85.7, 'excellent'],
    [85.6, 'good'],
    [57.1, 'good'],
    [57, 'completed'],
    [28.6, 'completed'],
    [28.4, 'not-completed'],
  ] as const)('with 30 common points and %s percent of the results is %s', (percent, level) => {
    expect(assess(scheme, input({ results: percents(percent, percent, percent) })).level).toBe(level);
  });

  it('looks at the total as it is printed', () => {
    const { total, level, because } = assess(scheme, input({ results: percents(85.7, 85.6, 85.7) }));
    expect([total, level]).toEqual([90, 'excellent']);
    expect(because[0]?.vi).toBe('90 điểm, từ 90 điểm trở lên: hoàn thành xuất sắc nhiệm vụ.');
  });

  it('is the lowest under a veto, whatever the points', () => {
    const vetoed = assess(scheme, input({ vetoes: [{ code: 'discipline', reason: 'QĐ thử' }] }));
    expect(vetoed).toMatchObject({ total: 100, level: 'not-completed' });
    expect(vetoed.because[0]?.vi).toMatch(/kỷ luật từ khiển trách/);
  });

  it('is none under six months of work, and not above "hoàn thành" after three months of leave', () => {
    expect(assess(scheme, input({ monthsActive: 5 })).level).toBeNull();
    expect(assess(scheme, input({ monthsActive: 6 })).level).toBe('excellent');
    expect(assess(scheme, input({ leaveMonths: 3 })).level).toBe('completed');
    expect(assess(scheme, input({ leaveMonths: 2.9 })).level).toBe('excellent');
    expect(assess(scheme, input({ leaveMonths: 6 })).level).toBeNull();
    expect(eligibilityOf(scheme, 12, 6).kind).toBe('not-rated');
  });

  it('comes from the mean of the months when they were recorded', () => {
    const months = [
      { month: 1, points: 60 },
      { month: 2, points: 75 },
    ];
    expect(assess(scheme, input({ months }))).toMatchObject({ basis: 'months', yearPoints: 67.5, level: 'completed' });
  });

  const anyInput = fc
    .record({
      points: fc.record(
        Object.fromEntries(pointLines(scheme).map((l) => [l.code, fc.nat(l.max * 2).map((n) => n / 2)])),
      ),
      values: fc.array(
        fc.nat(1000).map((n) => n / 10),
        { minLength: 6, maxLength: 6 },
      ),
      isLeader: fc.boolean(),
      facts: anyFacts,
    })
    .map(({ points, values, isLeader, facts }) =>
      input({
        points,
        isLeader,
        results: percents(...values.slice(0, isLeader ? 6 : 3)),
        indicators: computeIndicators(facts),
      }),
    );

  it('never lies outside 0–100 points, and never falls when one line gets more points', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...pointLines(scheme)), (given, line) => {
        const before = assess(scheme, given);
        const total = before.total ?? Number.NaN;
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
        const after = assess(scheme, { ...given, points: { ...given.points, [line.code]: line.max } });
        expect(after.total).toBeGreaterThanOrEqual(total);
        expect(LEVELS.indexOf(after.level ?? 'not-completed')).toBeLessThanOrEqual(
          LEVELS.indexOf(before.level ?? 'not-completed'),
        );
      }),
    );
  });
});

describe('months in office', () => {
  it('are whole months of that year', () => {
    expect(monthsInOffice(2026, '2020-01-01', null)).toBe(12);
    expect(monthsInOffice(2026, '2026-07-01', null)).toBe(6);
    expect(monthsInOffice(2026, '2026-07-02', null)).toBe(5);
    expect(monthsInOffice(2026, '2020-01-01', '2026-06-30')).toBe(6);
    expect(monthsInOffice(2026, '2020-01-01', '2026-06-29')).toBe(5);
    expect(monthsInOffice(2026, '2027-01-01', null)).toBe(0);
  });
});

describe('the cap on "xuất sắc"', () => {
  it('is computed in the open from its settings', () => {
    const counts = { excellent: 3, good: 12 };
    expect(excellentQuota(scheme.cap, counts)).toMatchObject({ allowed: 2, over: true });
    expect(excellentQuota({ ...scheme.cap, base: 'good-or-better' }, counts)).toMatchObject({
      allowed: 3,
      over: false,
    });
    expect(excellentQuota({ ...scheme.cap, rounding: 'up' }, counts).allowed).toBe(3);
    expect(excellentQuota(scheme.cap, counts, true).allowed).toBe(3);
    expect(excellentQuota(scheme.cap, counts).sentence.vi).toBe(
      '20 % của 12 người xếp loại tốt = 2,4, làm tròn xuống = 2; đang có 3 người xuất sắc.',
    );
  });
});

describe('numbers', () => {
  it('are rounded half up as one reads them, and written with a comma', () => {
    expect([1.005, 0.285, 60.85, 2.5].map((value) => roundHalfUp(value, 2))).toEqual([1.01, 0.29, 60.85, 2.5]);
    expect([89.95, 1234.5, 0, -0.04, 12.34].map((value) => formatNumber(value))).toEqual([
      '90',
      '1.234,5',
      '0',
      '0',
      '12,3',
    ]);
    expect(formatNumber(null)).toBe('');
    fc.assert(fc.property(fc.nat(1000), (n) => isStep(n / 2, 0.5)));
  });
});
