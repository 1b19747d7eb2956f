import { isWithin, type PlainDate, yearBounds } from '../../calendar/index.ts';
import { cameBack, type HouseholdFact, lastDay, sheetsInForce, type YearFacts } from '../facts.ts';
import { type Indicator, shareOf } from '../indicator.ts';

/** Households of his groups from which at least one sheet came back. */
export function householdsReached(facts: YearFacts): Indicator {
  const reached = new Set(
    sheetsInForce(facts)
      .filter(cameBack)
      .map((sheet) => sheet.householdId),
  );
  const households = facts.households.filter((household) => isHis(facts, household));
  return shareOf({
    code: 'households-reached',
    title: { vi: 'Số hộ đã nắm được tình hình', en: 'Households reached' },
    formula: {
      vi: 'Số hộ có ít nhất một phiếu thu về trong năm ÷ số hộ của các tổ vào ngày cuối của thời gian được phân công',
      en: 'Households with at least one sheet returned in the year ÷ households of the groups on the last day assigned',
    },
    empty: { vi: 'Chưa có hộ nào trong các tổ được phân công.', en: 'There is no household in the groups assigned.' },
    evidence: households
      .sort((a, b) => a.code.localeCompare(b.code, 'vi', { numeric: true }))
      .map((household) => ({
        kind: 'household' as const,
        recordId: household.id,
        label: household.code,
        counted: reached.has(household.id),
      })),
  });
}

/** Whether the household belonged to one of his groups on the last day (of the year so far) that he was assigned to it. */
function isHis(facts: YearFacts, household: HouseholdFact): boolean {
  const { from: firstDay } = yearBounds(facts.year);
  return facts.assignments.some(({ groupId, from, to }) => {
    const day = to !== null && to < lastDay(facts) ? to : lastDay(facts);
    return day >= from && day >= firstDay && belongsTo(household, groupId, day);
  });
}

function belongsTo(household: HouseholdFact, groupId: string, day: PlainDate): boolean {
  if (!isWithin(day, household.validFrom, household.validTo)) return false;
  const next = household.moves.find((move) => move.onDate > day);
  return (next?.fromGroupId ?? household.groupId) === groupId;
}
