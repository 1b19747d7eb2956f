import { describe, expect, it } from 'vitest';
import { computeIndicators } from './compute.ts';
import { selfFormFigures } from './self-form.ts';
import { factsOf, meetingOn, petition } from './testing.ts';

const figures = (facts = factsOf(), feedback: Parameters<typeof selfFormFigures>[2] = null) =>
  selfFormFigures(facts, computeIndicators(facts), feedback);

describe('the head of a self-assessment form', () => {
  it('says what the indicators count, and leaves to the pen what nobody records', () => {
    const facts = factsOf({
      meetings: [meetingOn('2026-02-10'), meetingOn('2026-05-10')],
      petitions: [petition(1, { answeredOn: '2026-03-10' }), petition(2)],
    });
    const shown = figures(facts);
    const due = computeIndicators(facts).find((one) => one.code === 'meetings-attended');
    expect(shown.groups).toBe('1 tổ');
    expect(shown.meetings).toBe(`${due?.numerator}/${due?.denominator} kỳ họp`);
    expect(shown.petitions).toMatch(/^tiếp nhận 2: .+ 1, .+ 1$/);
    expect(shown.visits).toMatch(/^\.+$/);
  });

  it('is zero, not a fraction of nothing, where there is no record', () => {
    const shown = figures(factsOf({ assignments: [] }));
    expect([shown.groups, shown.meetings, shown.petitions]).toEqual(['0 tổ', '0 kỳ họp', 'không tiếp nhận']);
  });

  it('tells feedback only when enough slips came', () => {
    expect(figures(factsOf(), { n: 9, mean: 4.5 }).feedback).toBe('chưa đủ phiếu để công bố');
    expect(figures(factsOf(), { n: 10, mean: 4.46 }).feedback).toBe('10 phiếu, trung bình 4,5/5');
  });
});
