import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeIndicators, type IndicatorCode, type YearFacts } from './index.ts';
import { anyFacts, factsOf, GROUP, ME, meetingOn, petition } from './testing.ts';

function indicator(code: IndicatorCode, facts: YearFacts) {
  const found = computeIndicators(facts).find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

describe('every indicator', () => {
  it('lies between 0 and 100, and its records add up to its figures', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const one of computeIndicators(facts)) {
          expect(one.evidence.length).toBe(one.n);
          expect(one.denominator).toBe(one.n);
          expect(one.evidence.filter((record) => record.counted).length).toBe(one.numerator);
          if (one.value === null) expect(one.reason).not.toBeNull();
          else {
            expect(one.value).toBeGreaterThanOrEqual(0);
            expect(one.value).toBeLessThanOrEqual(100);
            expect(one.value).toBeCloseTo((one.numerator / one.denominator) * 100, 10);
            expect(one.reason).toBeNull();
          }
        }
      }),
    );
  });

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { meetings, sheets, petitions, households, assignments } = facts;
        const reversed: YearFacts = {
          ...facts,
          meetings: meetings.toReversed(),
          sheets: sheets.toReversed(),
          petitions: petitions.toReversed(),
          households: households.toReversed(),
          assignments: assignments.toReversed(),
        };
        expect(computeIndicators(reversed)).toEqual(computeIndicators(facts));
      }),
    );
  });

  it('never falls when the cadre attends one meeting more', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), (facts, pick) => {
        const meeting = facts.meetings[pick % Math.max(1, facts.meetings.length)];
        if (meeting === undefined || meeting.state === 'cancelled' || meeting.state === 'planned') return;
        const better = { ...meeting, cadreId: ME, cadrePresent: true };
        const after = { ...facts, meetings: facts.meetings.map((m) => (m === meeting ? better : m)) };
        for (const code of ['meetings-attended', 'policies-told'] as const) {
          expect(indicator(code, after).value ?? 0).toBeGreaterThanOrEqual(indicator(code, facts).value ?? 0);
        }
      }),
    );
  });

  it('never falls when one sheet more comes back', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), (facts, pick) => {
        const sheet = facts.sheets[pick % Math.max(1, facts.sheets.length)];
        if (sheet === undefined || sheet.state === 'void') return;
        const back = { ...sheet, state: 'entered' as const };
        const after = { ...facts, sheets: facts.sheets.map((s) => (s === sheet ? back : s)) };
        for (const code of ['sheets-returned', 'households-reached'] as const) {
          expect(indicator(code, after).value ?? 0).toBeGreaterThanOrEqual(indicator(code, facts).value ?? 0);
        }
      }),
    );
  });

  it('without any record is null with a reason, never a zero', () => {
    const empty = computeIndicators(factsOf({ assignments: [] }));
    for (const one of empty) {
      expect(one).toMatchObject({ value: null, n: 0, evidence: [] });
      expect(one.reason?.vi).not.toBe('');
    }
  });

  it('says so when few records stand behind it', () => {
    const few = indicator('meetings-attended', factsOf({ meetings: [meetingOn('2026-02-10')] }));
    expect(few.caution?.vi).toBe(
      'Số liệu ít (n = 4): thêm hay bớt một bản ghi làm tỷ lệ đổi khoảng 25 điểm phần trăm.',
    );
  });
});

describe('meetings due', () => {
  it('follow the cycle of the group', () => {
    const quarterly = factsOf({
      meetings: [meetingOn('2026-02-10'), meetingOn('2026-03-10'), meetingOn('2026-08-01')],
    });
    expect(indicator('meetings-attended', quarterly)).toMatchObject({ numerator: 2, denominator: 4, value: 50 });
    const [assignment] = quarterly.assignments;
    const monthly = factsOf({ assignments: assignment ? [{ ...assignment, meetingCycle: 'month' }] : [] });
    expect(indicator('meetings-attended', monthly).n).toBe(12);
  });

  it('fall to whoever was assigned for half of the quarter or more', () => {
    const [assignment] = factsOf().assignments;
    const from = (date: string) => factsOf({ assignments: assignment ? [{ ...assignment, from: date }] : [] });
    expect(indicator('meetings-attended', from('2026-02-15')).n).toBe(4);
    expect(indicator('meetings-attended', from('2026-02-16')).n).toBe(3);
  });

  it('of a quarter that is not over count only once the meeting was held', () => {
    const year = { asOf: '2026-11-12', meetings: [meetingOn('2026-02-10')] };
    expect(indicator('meetings-attended', factsOf(year)).n).toBe(3);
    const held = { ...year, meetings: [...year.meetings, meetingOn('2026-11-05')] };
    expect(indicator('meetings-attended', factsOf(held))).toMatchObject({ n: 4, numerator: 2 });
  });

  it('that nobody held, and those held without him, are told apart', () => {
    const facts = factsOf({ meetings: [meetingOn('2026-02-10'), meetingOn('2026-05-12', { cadrePresent: false })] });
    const { evidence, parts } = indicator('meetings-attended', facts);
    expect(evidence.map((record) => record.label)).toEqual([
      'Tổ số 1, 10/02/2026',
      'Tổ số 1, 12/05/2026: vắng',
      'Tổ số 1, quý III/2026: không họp',
      'Tổ số 1, quý IV/2026: không họp',
    ]);
    expect(parts.map((part) => [part.label.vi, part.n])).toEqual([
      ['tổ có họp, cán bộ vắng', 1],
      ['không có kỳ họp trong kỳ', 2],
    ]);
  });

  it('attended by another cadre do not count for this one', () => {
    const facts = factsOf({ meetings: [meetingOn('2026-02-10', { cadreId: 'cadre-2' })] });
    expect(indicator('meetings-attended', facts).numerator).toBe(0);
  });
});

describe('petitions', () => {
  it('are answered on time, late, overdue, or not yet due', () => {
    const facts = factsOf({
      asOf: '2026-03-20',
      petitions: [
        petition(1, { answeredOn: '2026-03-16' }),
        petition(2, { answeredOn: '2026-03-17' }),
        petition(3),
        petition(4, { dueOn: '2026-03-20' }),
      ],
    });
    expect(indicator('petitions-answered', facts)).toMatchObject({ numerator: 2, denominator: 4 });
    const onTime = indicator('petitions-on-time', facts);
    expect(onTime).toMatchObject({ numerator: 1, denominator: 3 });
    expect(onTime.parts.map((part) => [part.label.vi, part.n])).toEqual([
      ['trả lời đúng hạn', 1],
      ['trả lời muộn', 1],
      ['quá hạn chưa trả lời', 1],
    ]);
  });

  it('given to somebody else, of other groups, or of other times are left out', () => {
    const facts = factsOf({
      petitions: [
        petition(1, { ownerCadreId: 'cadre-2' }),
        petition(2, { groupId: 'group-9' }),
        petition(3, { receivedOn: '2025-12-31' }),
        petition(4, { ownerCadreId: null }),
      ],
    });
    expect(indicator('petitions-answered', facts).evidence.map((record) => record.label)).toEqual(['4/2026']);
  });

  it('name their sheet, but a denunciation never does', () => {
    const sheetNumber = 'PL-000412-7K';
    const facts = factsOf({
      petitions: [petition(1, { sheetNumber }), petition(2, { sheetNumber, kind: 'denunciation' })],
    });
    const labels = indicator('petitions-answered', facts).evidence.map((record) => record.label);
    expect(labels).toEqual(['1/2026 (PL-000412-7K)', '2/2026']);
  });
});

describe('households', () => {
  const household = (id: string, changes = {}) => ({
    id,
    code: id,
    groupId: GROUP,
    validFrom: '2020-01-01',
    validTo: null,
    moves: [],
    ...changes,
  });
  const meeting = meetingOn('2026-02-10');
  const sheet = (number: string, householdId: string, state: 'entered' | 'issued') => ({
    number,
    householdId,
    state,
    meetingId: meeting.id,
  });

  it('are reached by one sheet that came back', () => {
    const facts = factsOf({
      meetings: [meeting],
      households: [household('H-1'), household('H-2')],
      sheets: [sheet('PL-000001-AA', 'H-1', 'entered'), sheet('PL-000002-AA', 'H-2', 'issued')],
    });
    expect(indicator('households-reached', facts)).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
    expect(indicator('sheets-returned', facts)).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
  });

  it('that moved away before the last day are no longer in the sum', () => {
    const facts = factsOf({
      households: [
        household('H-1', { groupId: 'group-9', moves: [{ onDate: '2026-06-01', fromGroupId: GROUP }] }),
        household('H-2', { moves: [{ onDate: '2026-06-01', fromGroupId: 'group-9' }] }),
        household('H-3', { validTo: '2026-05-31' }),
      ],
    });
    expect(indicator('households-reached', facts).evidence.map((record) => record.label)).toEqual(['H-2']);
  });
});
