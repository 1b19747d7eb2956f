import {
  cadreFigures,
  evaluationFigures,
  groupFigures,
  householdCount,
  meetingFigures,
  petitionFigures,
} from '@gandan/db/home';
import { listOpenMeetings } from '@gandan/db/meetings';
import { listPetitions } from '@gandan/db/petitions';
import { findPublished } from '@gandan/db/questionnaires';
import { countSheets } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { yearOf } from '@gandan/domain/calendar';
import { type Journey, type JourneyFacts, journey } from '@gandan/domain/home';
import { require } from '@gandan/domain/policy';
import { type SheetState, sumSheets } from '@gandan/domain/sheets';
import { sumsOf } from '../sheets/sums.ts';

/** The journey of the year with what is due now for this person. A province admin has no journey of his own. */
export async function home(work: Work): Promise<Journey> {
  require(work.actor, 'home.read');
  const year = yearOf(work.today);
  const { communeId } = work.actor;
  if (communeId === null) return { year, stops: [], todo: [], figures: [] };
  return journey(await facts(work, communeId, year), work.actor, work.today);
}

async function facts(work: Work, communeId: string, year: number): Promise<JourneyFacts> {
  const { trx, today, actor } = work;
  const groups = await groupFigures(trx, communeId, today);
  const meetings = await meetingFigures(trx, communeId, year);
  const cadres = await cadreFigures(trx, communeId, year, today, actor.cadreId);
  // How far the review of his colleagues is, is not a cadre's to see.
  const reviewed = actor.role === 'cadre' ? actor.cadreId : null;
  const open = await listOpenMeetings(trx, communeId, year);
  const sums = await sumsOf(work, open);
  const counts: Partial<Record<SheetState, number>> = {};
  for (const { state, n } of await countSheets(trx, communeId, year)) counts[state] = (counts[state] ?? 0) + n;
  return {
    year,
    ...groups,
    households: await householdCount(trx, communeId, today),
    published: (await findPublished(trx, communeId, 'household')) === undefined ? 0 : 1,
    meetings,
    sheets: sumSheets(counts),
    told: { households: meetings.told, invited: meetings.invited },
    petitions: await petitionFigures(trx, communeId, year, today),
    evaluations: await evaluationFigures(trx, communeId, year, reviewed),
    ...cadres,
    ...(reviewed === null ? {} : { cadres: 1 }),
    openMeetings: open.map((meeting) => ({ ...meeting, sum: sums.get(meeting.id) ?? sumSheets([]) })),
    openPetitions: await listPetitions(trx, communeId, { states: ['received', 'assigned'] }),
  };
}
