import type { Sentence } from '../../errors/index.ts';
import { assignmentOn, type PetitionFact, type YearFacts } from '../facts.ts';
import { type Evidence, type Indicator, type IndicatorPart, shareOf } from '../indicator.ts';

/** Where a petition stands at the cut-off. */
export type PetitionStanding = 'on-time' | 'late' | 'overdue' | 'pending';

/** Petitions of his groups that were answered. */
export function petitionsAnswered(facts: YearFacts): Indicator {
  const petitions = hisPetitions(facts);
  return shareOf({
    code: 'petitions-answered',
    title: { vi: 'Kiến nghị đã được trả lời', en: 'Petitions answered' },
    formula: {
      vi: 'Số kiến nghị, phản ánh đã trả lời ÷ số đã tiếp nhận (của các tổ và trong thời gian được phân công; không tính kiến nghị đã giao người khác chủ trì)',
      en: 'Petitions answered ÷ petitions received (in the groups and periods assigned; those given to somebody else are left out)',
    },
    empty: NONE,
    parts: partsOf(facts, petitions),
    evidence: petitions.map((petition) => evidenceOf(petition, answeredOn(facts, petition) !== null)),
  });
}

/** Petitions answered by their deadline, among those answered or overdue. */
export function petitionsOnTime(facts: YearFacts): Indicator {
  const due = hisPetitions(facts).filter((petition) => standingOf(facts, petition) !== 'pending');
  return shareOf({
    code: 'petitions-on-time',
    title: { vi: 'Kiến nghị trả lời đúng hạn', en: 'Petitions answered on time' },
    formula: {
      vi: 'Số kiến nghị, phản ánh trả lời đúng hạn ÷ số đã trả lời hoặc đã quá hạn (chưa đến hạn thì chưa tính)',
      en: 'Petitions answered by their deadline ÷ those answered or overdue (not yet due: not yet counted)',
    },
    empty: NONE_DUE,
    parts: partsOf(facts, due),
    evidence: due.map((petition) => evidenceOf(petition, standingOf(facts, petition) === 'on-time')),
  });
}

const NONE: Sentence = { vi: 'Không tiếp nhận kiến nghị nào.', en: 'No petition was received.' };
const NONE_DUE: Sentence = {
  vi: 'Chưa có kiến nghị nào được trả lời hoặc đến hạn.',
  en: 'No petition has been answered or fallen due yet.',
};

const STANDINGS: Record<PetitionStanding, Sentence> = {
  'on-time': { vi: 'trả lời đúng hạn', en: 'answered on time' },
  late: { vi: 'trả lời muộn', en: 'answered late' },
  overdue: { vi: 'quá hạn chưa trả lời', en: 'overdue' },
  pending: { vi: 'chưa đến hạn', en: 'not yet due' },
};

/** Received in his groups while he was assigned, and not handed to somebody else: he cannot be late with those. */
function hisPetitions(facts: YearFacts): PetitionFact[] {
  return facts.petitions
    .filter((petition) => assignmentOn(facts, petition.groupId, petition.receivedOn) !== undefined)
    .filter((petition) => petition.ownerCadreId === null || petition.ownerCadreId === facts.cadreId)
    .sort((a, b) => a.number - b.number);
}

/** An answer after the cut-off is not known yet at the cut-off. */
function answeredOn(facts: YearFacts, petition: PetitionFact): string | null {
  return petition.answeredOn !== null && petition.answeredOn <= facts.asOf ? petition.answeredOn : null;
}

function standingOf(facts: YearFacts, petition: PetitionFact): PetitionStanding {
  const answered = answeredOn(facts, petition);
  if (answered !== null) return answered <= petition.dueOn ? 'on-time' : 'late';
  return petition.dueOn < facts.asOf ? 'overdue' : 'pending';
}

function partsOf(facts: YearFacts, petitions: readonly PetitionFact[]): IndicatorPart[] {
  return (Object.keys(STANDINGS) as PetitionStanding[]).map((standing) => ({
    label: STANDINGS[standing],
    n: petitions.filter((petition) => standingOf(facts, petition) === standing).length,
  }));
}

function evidenceOf(petition: PetitionFact, counted: boolean): Evidence {
  // The sheet of a denunciation would lead to the denouncer, whose identity is locked.
  const sheet = petition.kind === 'denunciation' ? null : petition.sheetNumber;
  const label = `${petition.number}/${petition.receivedOn.slice(0, 4)}${sheet === null ? '' : ` (${sheet})`}`;
  return { kind: 'petition', recordId: petition.id, label, counted };
}
