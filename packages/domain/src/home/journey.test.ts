import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../policy/index.ts';
import { sumSheets } from '../sheets/index.ts';
import { type JourneyFacts, journey, STOPS } from './index.ts';

const actor = (role: Role, cadreId: string | null = null): Actor => ({
  userId: 'u1',
  role,
  communeId: '12345',
  provinceCode: null,
  cadreId,
  groupIds: [],
});

const november: JourneyFacts = {
  year: 2026,
  groups: 4,
  groupsFollowed: 4,
  households: 100,
  published: 1,
  meetings: { all: 3, printed: 3, held: 2, closed: 1 },
  groupsMeeting: 4,
  sheets: sumSheets({ entered: 40, returned: 3, issued: 5 }),
  told: { households: 38, invited: 48 },
  petitions: { all: 3, answered: 1, onTime: 1, overdue: 1 },
  cadres: 2,
  evaluations: { self: 1, proposed: 0, decided: 0, notified: 0 },
  ownAssessmentOpen: true,
  openMeetings: [
    {
      year: 2026,
      id: 'm12',
      groupName: 'Tổ 12',
      hamletName: 'Ấp Mẫu',
      heldOn: '2026-11-12',
      state: 'held',
      sum: sumSheets({ entered: 17, returned: 3, issued: 5 }),
    },
    {
      year: 2026,
      id: 'm13',
      groupName: 'Tổ 13',
      hamletName: 'Ấp Mẫu',
      heldOn: '2026-11-20',
      state: 'held',
      sum: sumSheets({ entered: 20, lost: 1 }),
    },
    {
      year: 2026,
      id: 'm14',
      groupName: 'Tổ 14',
      hamletName: 'Ấp Mẫu',
      heldOn: '2026-11-27',
      state: 'planned',
      sum: sumSheets({}),
    },
  ],
  openPetitions: [
    { year: 2026, id: 'p1', number: 1, state: 'assigned', dueOn: '2026-11-20', ownerCadreId: 'c1' },
    { year: 2026, id: 'p2', number: 2, state: 'received', dueOn: '2026-12-04', ownerCadreId: null },
  ],
};
const keys = (role: Role, cadreId: string | null = null, facts = november) =>
  journey(facts, actor(role, cadreId), '2026-11-24').todo.map((each) => each.key);

describe('the home page', () => {
  it('gathers three or more of a kind in one sentence, so that no kind hides the others', () => {
    const [held] = november.openMeetings;
    const openMeetings = ['a', 'b', 'c'].flatMap((id) => (held === undefined ? [] : [{ ...held, id }]));
    const { todo } = journey({ ...november, openMeetings }, actor('clerk'), '2026-11-24');
    expect(todo[0]).toMatchObject({ key: 'entry.batches', params: { n: 3 }, href: '/entry', due: '2026-11-12' });
    expect(todo.map((each) => each.key)).toContain('petition.overdue');
  });

  it('tells the clerk which sheets are left, by group and day', () => {
    const { todo } = journey(november, actor('clerk'), '2026-11-24');
    expect(todo[0]).toEqual({
      key: 'entry.batch',
      params: { left: 8, group: 'Tổ 12', hamlet: 'Ấp Mẫu', heldOn: '2026-11-12' },
      href: '/entry/keying?meeting=m12',
      action: 'entry.write',
      due: '2026-11-12',
    });
    expect(keys('clerk')).toEqual([
      'entry.batch',
      'meeting.close',
      'petition.overdue',
      'meeting.print',
      'petition.assign',
    ]);
  });

  it('tells each only what he may do: a cadre his own petitions and assessment, the leader what waits for him', () => {
    expect(keys('cadre', 'c1')).toEqual(['petition.overdue', 'evaluation.self']);
    expect(keys('cadre', 'c2')).toEqual(['evaluation.self']);
    expect(keys('leader', 'c9')).toEqual(['evaluation.self', 'evaluation.propose']);
    expect(keys('auditor')).toEqual([]);
  });

  it('says of an empty office what to do first', () => {
    const empty: JourneyFacts = {
      ...november,
      groups: 0,
      groupsFollowed: 0,
      groupsMeeting: 0,
      households: 0,
      sheets: sumSheets([]),
      openMeetings: [],
      openPetitions: [],
      ownAssessmentOpen: false,
      evaluations: { self: 0, proposed: 0, decided: 0, notified: 0 },
    };
    expect(keys('commune-admin', null, empty)).toEqual(['groups.none']);
  });

  it('shows every stop once, with what is due there', () => {
    const { stops, figures } = journey(november, actor('clerk'), '2026-11-24');
    expect(stops.map((stop) => stop.key)).toEqual([...STOPS]);
    expect(Object.fromEntries(stops.map((stop) => [stop.key, stop.state]))).toEqual({
      assign: 'done',
      form: 'done',
      print: 'now',
      meet: 'now',
      enter: 'now',
      petitions: 'now',
      assess: 'now',
      rank: 'now',
      report: 'later',
    });
    expect(figures).toEqual([
      { label: 'sheets-returned', n: 43, of: 48 },
      { label: 'petitions-on-time', n: 1, of: 2 },
      { label: 'households-told', n: 38, of: 48 },
    ]);
  });
});
