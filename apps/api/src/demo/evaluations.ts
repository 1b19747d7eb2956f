import type { Work } from '@gandan/db/work';
import { yearOf } from '@gandan/domain/calendar';
import { pointLines, schemeForYear } from '@gandan/domain/evaluations';
import type { Actor } from '@gandan/domain/policy';
import { assessSelf, decide, openEvaluation, propose } from '../evaluations/service.ts';

/** A cadre with the account he signs in with. */
export interface DemoCadre {
  readonly cadreId: string;
  readonly accountId: string;
}

const OPENED = 14;
/** So many of the first have assessed themselves. */
export const ASSESSED = 11;
const PROPOSED = 5;
const DECIDED = 3;

/** The yearly review under way: some assessed themselves, a few were judged, three are decided. */
export async function insertEvaluations(work: Work, cadres: readonly DemoCadre[], leader: Actor): Promise<void> {
  const year = yearOf(work.today);
  const lines = pointLines(schemeForYear(year));
  const points = Object.fromEntries(lines.map(({ code, max }) => [code, max]));
  const asLeader: Work = { ...work, actor: leader };
  for (const [index, { cadreId, accountId }] of cadres.slice(0, OPENED).entries()) {
    const { id } = await openEvaluation(asLeader, { cadreId, year });
    if (id === null || index >= ASSESSED) continue;
    const asCadre: Work = { ...work, actor: { ...leader, userId: accountId, role: 'cadre', cadreId } };
    await assessSelf(asCadre, year, id, { points, strengths: STRENGTHS, limits: LIMITS, level: 'good' });
    if (index >= PROPOSED) continue;
    const { assessment } = await propose(asLeader, year, id, {
      points: lowered(points, index),
      results: {},
      leaveMonths: 0,
      vetoes: [],
      months: [],
      strengths: STRENGTHS,
      limits: LIMITS,
      comment: COMMENT,
      handling: '',
    });
    if (index < DECIDED) await decide(asLeader, year, id, { level: assessment.level, reason: '' });
  }
}

/** Half a point less on the first lines, so that the leader's judgement differs from the cadre's own. */
function lowered(points: Readonly<Record<string, number>>, lines: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(points).map(([code, max], index) => [code, index <= lines ? max - 0.5 : max]),
  );
}

const STRENGTHS =
  'Dự họp tổ đều, nắm chắc hoàn cảnh từng hộ; kiến nghị của các hộ được ghi nhận và trả lời tại kỳ họp.';
const LIMITS = 'Một số kiến nghị về hạ tầng còn trả lời chậm do chờ khảo sát.';
const COMMENT = 'Hoàn thành nhiệm vụ theo dõi, hỗ trợ tổ; cần đôn đốc việc trả lời kiến nghị đúng hạn.';
