import { addDays } from '@gandan/domain/calendar';
import {
  assess,
  computeIndicators,
  type EvaluationRecord,
  type EvaluationView,
  type MeetingFact,
  ND335_2025,
  type PetitionFact,
  ProposalInput,
  pointLines,
  type SheetFact,
  type Step,
  viewEvaluation,
  type YearFacts,
} from '@gandan/domain/evaluations';

const CADRE = {
  id: 'cadre-2',
  code: 'CB-02',
  name: 'Trần Thị Ví Dụ',
  post: 'Công chức văn hóa – xã hội',
  department: 'Phòng Văn hóa – Xã hội',
  isLeader: false,
  activeFrom: '2020-01-01',
  activeTo: null,
};
const OFFICE = {
  superiorName: 'Ủy ban nhân dân tỉnh Vĩnh Long',
  issuerName: 'Ủy ban nhân dân xã Phú Lễ',
  placeName: 'Phú Lễ',
};
const AS_OF = '2026-11-12';
const HOUSEHOLDS = 25;

/** A fictional year: three groups of 25 households, quarterly meetings, some missed, some petitions late. */
export function sampleFacts(): YearFacts {
  const groups = [3, 7, 12].map((n) => ({ groupId: `group-${n}`, groupName: `Tổ số ${n}` }));
  const households = groups.flatMap(({ groupId }, g) =>
    Array.from({ length: HOUSEHOLDS }, (_, h) => ({
      id: `${groupId}-${h}`,
      code: `H${String(g * HOUSEHOLDS + h + 1).padStart(4, '0')}`,
      groupId,
      validFrom: '2020-01-01',
      validTo: null,
      moves: [],
    })),
  );
  const meetings = groups.flatMap(({ groupId }, g) =>
    ['2026-02-10', '2026-05-12', '2026-08-11', '2026-11-05'].map(
      (heldOn, m): MeetingFact => ({
        id: `${groupId}-${heldOn}`,
        groupId,
        heldOn: addDays(heldOn, g),
        state: 'closed',
        cadreId: CADRE.id,
        cadrePresent: !(g === 1 && m === 1),
        policiesTold: m === 2 && g === 2 ? [] : ['Hỗ trợ vay vốn', 'Bảo hiểm y tế hộ gia đình'],
      }),
    ),
  );
  const sheets = meetings.flatMap((meeting, m) =>
    households
      .filter((household) => household.groupId === meeting.groupId)
      .map(
        (household, h): SheetFact => ({
          number: `PL-${String(m * HOUSEHOLDS + h + 1).padStart(6, '0')}-${(h * 7 + m) % 10}K`,
          meetingId: meeting.id,
          householdId: household.id,
          state: (h + m) % 9 === 0 ? 'issued' : (h + m) % 31 === 0 ? 'refused' : 'entered',
        }),
      ),
  );
  const petitions = Array.from({ length: 34 }, (_, p): PetitionFact => {
    const receivedOn = addDays('2026-02-11', p * 7);
    const dueOn = addDays(receivedOn, 14);
    return {
      id: `petition-${p}`,
      number: p + 1,
      kind: 'proposal',
      groupId: groups[p % 3]?.groupId ?? '',
      ownerCadreId: CADRE.id,
      receivedOn,
      dueOn,
      answeredOn: p % 11 === 5 ? null : addDays(dueOn, p % 8 === 3 ? 4 : -3),
      sheetNumber: sheets[p * 8]?.number ?? null,
    };
  });
  const assignments = groups.map((group) => ({
    ...group,
    meetingCycle: 'quarter' as const,
    from: '2025-06-01',
    to: null,
  }));
  return { year: 2026, asOf: AS_OF, cadreId: CADRE.id, assignments, meetings, households, sheets, petitions };
}

const points = (share: number) =>
  Object.fromEntries(pointLines(ND335_2025).map(({ code, max }) => [code, Math.round(max * share * 2) / 2]));

const COMMENT =
  'Đồng chí bám sát địa bàn, dự họp tổ đầy đủ, ghi nhận và trả lời kiến nghị của các hộ kịp thời. Cần chú ý trả lời đúng hạn các kiến nghị về hạ tầng, phối hợp sớm với bộ phận địa chính.';

/** A record of that year with the steps taken so far; `upTo` 0: nothing but the data. */
export function sampleRecord(
  upTo: number,
  changes: Partial<EvaluationRecord> = {},
  comment = COMMENT,
): EvaluationRecord {
  const facts = sampleFacts();
  const indicators = computeIndicators(facts);
  const proposal = ProposalInput.parse({
    points: points(0.85),
    strengths:
      'Nắm chắc tình hình ba tổ được phân công; truyền đạt kịp thời chính sách vay vốn và bảo hiểm y tế.\nHướng dẫn bà con làm thủ tục trực tuyến.',
    limits: 'Còn ba kiến nghị trả lời muộn.',
    comment,
    handling: 'Tiếp tục bố trí công việc hiện nay.',
  });
  const given = { ...proposal, isLeader: false, monthsActive: 12, indicators };
  const assessment = assess(ND335_2025, given);
  const by = (seq: number, byName: string) => ({
    seq,
    byAccount: null,
    byName,
    at: `2026-11-${12 + seq}T02:00:00.000Z`,
  });
  const steps: Step[] = [
    { kind: 'data', body: { asOf: AS_OF }, ...by(1, 'Lê Văn Thử') },
    {
      kind: 'self',
      body: {
        points: points(0.9),
        strengths: 'Dự họp tổ đầy đủ.',
        limits: 'Trả lời muộn vài kiến nghị.',
        level: 'good',
      },
      ...by(2, CADRE.name),
    },
    {
      kind: 'comment',
      body: { from: 'hamlet', body: 'Ấp Mẫu', text: 'Cán bộ gần gũi, bà con tin cậy.' },
      ...by(3, 'Lê Văn Thử'),
    },
    { kind: 'proposal', body: { ...proposal, asOf: AS_OF, assessment }, ...by(4, 'Phạm Thị Thí Nghiệm') },
    { kind: 'decision', body: { level: 'good', reason: '' }, ...by(5, 'Phạm Thị Thí Nghiệm') },
  ];
  return {
    id: '0193a000-0000-7000-8000-000000000001',
    year: 2026,
    version: 1,
    supersedeReason: null,
    scheme: ND335_2025,
    cadre: CADRE,
    office: OFFICE,
    steps: steps.slice(0, upTo + 1),
    indicators,
    asOf: AS_OF,
    corrected: null,
    ...changes,
  };
}

export const sampleView = (upTo: number, changes: Partial<EvaluationRecord> = {}, comment = COMMENT): EvaluationView =>
  viewEvaluation(sampleRecord(upTo, changes, comment));
