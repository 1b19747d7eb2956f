import type { Answer } from '@gandan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type MeetingStory, type PaperSheet, type Year, yearOf } from './year.ts';

let year: Year;
let sheets: readonly PaperSheet[];
let meeting: MeetingStory;

beforeAll(async () => {
  year = await yearOf(5);
});
afterAll(() => year.end());

/** Figures of the cadre's evaluation by their code. */
const indicator = (evaluation: Answer['body'], code: string) =>
  evaluation.indicators.find((each: { code: string }) => each.code === code);

describe('a year in Xã Phú Lễ, from the assignment to the evaluation', () => {
  it('begins with a meeting whose packet has a numbered sheet for each household', async () => {
    await year.on('2026-02-09');
    meeting = await year.meeting('2026-02-10');
    sheets = await meeting.prints();
    expect(sheets).toHaveLength(5);
    expect(new Set(sheets.map((sheet) => sheet.number)).size).toBe(5);
    expect(sheets.every((sheet) => /^PL-\d{6}-[0-9A-Z]{2}$/.test(sheet.number) && sheet.state === 'printed')).toBe(
      true,
    );
  });

  it('lets no cadre key the sheets of his own group', async () => {
    const [first] = sheets;
    const { status, body } = await year.cast.cadre.get(`/api/entry/sheets/${first?.number}`);
    expect([403, 404]).toContain(status);
    expect(body.error.sentence.vi).not.toBe('');
  });

  it('does not close while a sheet is unaccounted for, and says how many', async () => {
    await year.on('2026-02-10');
    await meeting.isHeld({ cadrePresent: true, households: 4, told: ['Hỗ trợ vay vốn'] });
    await meeting.returns(4);
    await meeting.isKeyed((index) =>
      index === 0
        ? { petition_1_content: { value: 'Đường ra đồng lầy lội' }, petition_1_field: { value: '2' } }
        : { petition_1_content: { missing: 'blank' } },
    );
    expect(await meeting.closes()).toMatch(/1 phiếu/);
    await meeting.writesOff('lost', 'Hộ làm mất phiếu');
    expect(await meeting.closes()).toBe('closed');
  });

  it('turns what was written into a petition that the cadre answers in time', async () => {
    const { items } = await expectDone(year.cast.office.get('/api/petitions'));
    expect(items).toHaveLength(1);
    const [petition] = items;
    expect(petition).toMatchObject({ content: 'Đường ra đồng lầy lội', sheetNumber: sheets[0]?.number });
    const path = `/api/petitions/2026/${petition.id}/events`;
    const cadreId = year.commune.cadres[0].id;
    await expectDone(year.cast.office.post(path, { kind: 'assigned', ownerCadreId: cadreId, ifSeq: 1 }));
    await year.on('2026-02-23');
    await expectDone(year.cast.cadre.post(path, { kind: 'answered', text: 'Đã đổ đá đoạn đường này.', ifSeq: 2 }));
  });

  it('ends in figures that can be followed to those very sheets', async () => {
    await year.on('2026-12-01');
    const cadreId = year.commune.cadres[0].id;
    const evaluation = await expectDone(year.cast.office.post('/api/evaluations', { cadreId, year: 2026 }));
    const returned = indicator(evaluation, 'sheets-returned');
    expect(returned).toMatchObject({ numerator: 4, denominator: 5, n: 5 });
    const behind = returned.evidence.filter((each: { kind: string }) => each.kind === 'sheet');
    expect(behind.map((each: { label: string }) => each.label).toSorted()).toEqual(
      sheets.map((sheet) => sheet.number).toSorted(),
    );
    const onTime = indicator(evaluation, 'petitions-on-time');
    expect(onTime).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('shows the same figures to the auditor, and none to a clerk', async () => {
    const auditor = await year.app.as('auditor');
    expect((await auditor.get('/api/evaluations?year=2026')).status).toBe(200);
    expect((await year.cast.clerk.get('/api/evaluations?year=2026')).status).toBe(403);
  });

  it('leaves an audit chain that tells each change in order', async () => {
    const { items } = await expectDone(year.cast.office.get('/api/audit'));
    const actions: string[] = items.map((each: { action: string }) => each.action).toReversed();
    const order = ['meetings.plan', 'sheets.print', 'meetings.close', 'petitions.answered', 'evaluations.open'];
    expect(actions.filter((action) => order.includes(action))).toEqual(order);
  });
});
