import { randomUUID } from 'node:crypto';
import { ND335_2025, pointLines } from '@gandan/domain/evaluations';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { sheetNumber } from '@gandan/domain/sheets';
import { filledSheet } from '../meetings/testing.ts';
import type { CommuneRecords, GroupRecords } from './records.ts';

/** Roles by their letters: Province admin, commune Admin, Leader, Clerk, cadre (K), aUditor. */
export const LETTERS = {
  P: 'province-admin',
  A: 'commune-admin',
  L: 'leader',
  C: 'clerk',
  K: 'cadre',
  U: 'auditor',
} as const;

/** One request of the matrix: the parts of the path in order, and what is sent along. */
export interface Sample {
  readonly path?: readonly (string | number)[];
  readonly query?: string;
  readonly json?: unknown;
  readonly raw?: string;
}

/**
 * Who may: `own` about records of the first group and its cadre (or of no group), `other` about those of the second group,
 * where K is the first group's cadre. Nobody may about records of another commune. A route without `other` names no
 * record of a group.
 */
export interface Row {
  readonly own: string;
  readonly other?: string;
  readonly sample: (commune: CommuneRecords, group: GroupRecords) => Sample;
}

const nothing = (): Sample => ({});
const list = (own: string): Row => ({ own, sample: nothing });
const of = (own: string, other: string, sample: Row['sample']): Row => ({ own, other, sample });
const ofCommune = (own: string, sample: Row['sample']): Row => ({ own, sample });

const points = Object.fromEntries(pointLines(ND335_2025).map((line) => [line.code, line.max]));
const full = Object.fromEntries(['a', 'b', 'c'].map((code) => [code, { percent: 80, reason: 'Theo sổ' }]));
const mapping = { code: 0, headName: 1, address: 2, group: 3 };
const day = '2026-11-20';
const year = 2026;
const XLSFORM = 'type,name,label\ntext,ten,Tên\n';
const ONE_QUESTION = { ...HOUSEHOLD_QUESTIONNAIRE, items: HOUSEHOLD_QUESTIONNAIRE.items.slice(0, 1) };
const code = () => randomUUID().slice(0, 8).toUpperCase();

/** Every route that needs a sign-in, once. A route that is not here fails the test. */
export const ROWS: Readonly<Record<string, Row>> = {
  'GET /api/users': list('PAU'),
  'POST /api/users': ofCommune('A', () => ({ json: { username: `u${code()}`, displayName: 'Thử', role: 'clerk' } })),
  'PATCH /api/users/:id': ofCommune('A', (c) => ({ path: [c.account], json: { displayName: 'Thử' } })),
  'POST /api/users/:id/reset-password': ofCommune('A', (c) => ({ path: [c.account], json: {} })),
  'GET /api/offices': list('P'),
  // Past permission: there is no such commune.
  'POST /api/offices': ofCommune('P', () => ({
    json: { communeId: 'none', sheetPrefix: 'XX', superiorName: 'Tỉnh', issuerName: 'Xã', placeName: 'Thử' },
  })),
  'GET /api/audit': list('AU'),
  'GET /api/jobs': list('ALCKU'),
  'GET /api/jobs/:id': ofCommune('ALCU', (c) => ({ path: [c.job] })),
  'POST /api/jobs/:id/cancel': ofCommune('AC', (c) => ({ path: [c.job] })),
  'GET /api/files/:id': ofCommune('ALCU', (c) => ({ path: [c.file] })),
  'GET /api/home': list('PALCKU'),
  'GET /api/search': ofCommune('ALCKU', () => ({ query: '?q=thử' })),

  'GET /api/units/provinces': list('PALCKU'),
  'GET /api/units/communes': list('PALCKU'),
  'GET /api/units/:code': { own: 'PALCKU', sample: () => ({ path: ['86'] }) },
  'GET /api/office': list('ALU'),
  'PATCH /api/office': ofCommune('A', () => ({ json: { placeName: 'Thử' } })),
  'GET /api/hamlets': list('ALCKU'),
  'POST /api/hamlets': ofCommune('A', () => ({ json: { code: code(), kind: 'ap', name: 'Ấp Thử' } })),
  'PATCH /api/hamlets/:id': ofCommune('A', (c) => ({ path: [c.hamlet], json: { name: 'Ấp Thử' } })),
  'GET /api/groups': list('ALCKU'),
  'POST /api/groups': ofCommune('A', (c) => ({ json: { code: code(), name: 'Tổ Thử', hamletId: c.hamlet } })),
  'GET /api/groups/:id': of('ALCKU', 'ALCU', (_, g) => ({ path: [g.group] })),
  'PATCH /api/groups/:id': of('A', 'A', (_, g) => ({ path: [g.group], json: { headName: 'Lê Văn Thử' } })),

  'GET /api/cadres': list('ALCKU'),
  'POST /api/cadres': ofCommune('A', () => ({
    json: { code: code(), name: 'Lê Văn Thử', post: 'Công chức', department: 'Văn phòng' },
  })),
  'GET /api/cadres/:id': of('ALCKU', 'ALCU', (_, g) => ({ path: [g.cadre] })),
  'PATCH /api/cadres/:id': of('A', 'A', (_, g) => ({ path: [g.cadre], json: { post: 'Phó phòng' } })),
  'GET /api/households': list('ALCKU'),
  'POST /api/households': of('A', 'A', (_, g) => ({
    json: { code: code(), headName: 'Lê Văn Thử', address: 'Ấp Mẫu', groupId: g.group },
  })),
  'GET /api/households/:id': of('ALCKU', 'ALCU', (_, g) => ({ path: [g.household] })),
  'PATCH /api/households/:id': of('A', 'A', (_, g) => ({ path: [g.household], json: { address: 'Ấp Thử' } })),
  'POST /api/households/:id/move': of('A', 'A', (_, g) => ({
    path: [g.household],
    json: { groupId: g.group, onDate: day },
  })),
  'POST /api/households/imports': ofCommune('A', () => ({ raw: 'Mã hộ,Chủ hộ,Địa chỉ,Tổ\nA,Lê Thử,Ấp,TO-01\n' })),
  'POST /api/households/imports/:id/check': ofCommune('A', (c) => ({ path: [c.importFile], json: { mapping } })),
  'POST /api/households/imports/:id/apply': ofCommune('A', (c) => ({ path: [c.importFile], json: { mapping } })),
  'GET /api/households/imports/:id/errors.xlsx': ofCommune('A', (c) => ({ path: [c.importFile] })),
  'GET /api/households/imports/:id/errors.csv': ofCommune('A', (c) => ({ path: [c.importFile] })),
  'GET /api/assignments': list('ALCKU'),
  'POST /api/assignments': of('A', 'A', (_, g) => ({ json: { cadreId: g.cadre, groupId: g.group, from: day } })),
  'POST /api/assignments/:id/end': of('A', 'A', (_, g) => ({ path: [g.assignment], json: { on: '2027-06-30' } })),

  'GET /api/questionnaires': list('ALCKU'),
  'POST /api/questionnaires': ofCommune('A', () => ({ json: { title: `Phiếu thử ${code()}`, subject: 'household' } })),
  'POST /api/questionnaires/read': ofCommune('A', () => ({ raw: XLSFORM })),
  'POST /api/questionnaires/import': ofCommune('A', () => ({ raw: XLSFORM })),
  'POST /api/questionnaires/preview': ofCommune('A', () => ({ json: { model: ONE_QUESTION } })),
  'POST /api/questionnaires/:id/versions': ofCommune('A', (c) => ({ path: [c.questionnaire] })),
  'GET /api/questionnaires/:id/versions/:version': ofCommune('ALCKU', (c) => ({ path: [c.questionnaire, 1] })),
  'PUT /api/questionnaires/:id/versions/:version': ofCommune('A', (c) => ({
    path: [c.questionnaire, 2],
    json: { model: HOUSEHOLD_QUESTIONNAIRE },
  })),
  'POST /api/questionnaires/:id/versions/:version/publish': ofCommune('A', (c) => ({ path: [c.questionnaire, 1] })),
  // A draft is not in force: past permission.
  'POST /api/questionnaires/:id/versions/:version/retire': ofCommune('A', (c) => ({ path: [c.questionnaire, 2] })),
  'DELETE /api/questionnaires/:id/versions/:version': ofCommune('A', (c) => ({ path: [c.questionnaire, 2] })),
  ...Object.fromEntries(
    ['template.pdf', 'sample.pdf', 'export.xlsx', 'export.json'].map((file) => [
      `GET /api/questionnaires/:id/versions/:version/${file}`,
      ofCommune('ALCKU', (c) => ({ path: [c.questionnaire, 1] })),
    ]),
  ),

  'GET /api/meetings': list('ALCKU'),
  'POST /api/meetings': of('AC', 'AC', (_, g) => ({ json: { groupIds: [g.group], heldOn: day } })),
  'GET /api/meetings/forms': list('AC'),
  'POST /api/meetings/print': of('AC', 'AC', (_, g) => ({ json: { meetings: [{ year, id: g.meeting }] } })),
  'GET /api/meetings/:year/:id': of('ALCKU', 'ALCU', (_, g) => ({ path: [year, g.meeting] })),
  'POST /api/meetings/:year/:id/record': of('AC', 'AC', (_, g) => ({
    path: [year, g.meeting],
    json: { cadrePresent: true, householdsPresent: 1, policiesTold: ['Vay vốn'] },
  })),
  'POST /api/meetings/:year/:id/returned': of('AC', 'AC', (_, g) => ({
    path: [year, g.meeting],
    json: { numbers: [g.sheet] },
  })),
  'GET /api/sheets/:number': of('ALCKU', 'ALCU', (_, g) => ({ path: [g.sheet] })),
  'POST /api/sheets/:number/events': of('AC', 'AC', (_, g) => ({ path: [g.sheet], json: { kind: 'returned' } })),
  'GET /api/entry/batches': list('ALCU'),
  'GET /api/entry/sheets/:number': of('ALCU', 'ALCU', (_, g) => ({ path: [g.sheet] })),
  'PUT /api/entry/sheets/:number/draft': of('AC', 'AC', (_, g) => ({
    path: [g.sheet],
    json: { answers: {}, keystroke: 1 },
  })),
  'POST /api/entry/sheets/:number/response': of('AC', 'AC', (_, g) => ({
    path: [g.sheet],
    json: { id: randomUUID(), answers: filledSheet() },
  })),
  'POST /api/entry/responses/:id/correct': of('AC', 'AC', (_, g) => ({
    path: [g.response],
    json: { id: randomUUID(), answers: filledSheet(), reason: 'Đọc nhầm' },
  })),
  'GET /api/entry/second': list('ALCU'),
  'GET /api/entry/second/:number': of('AC', 'AC', (_, g) => ({ path: [g.sheet] })),
  'PUT /api/entry/second/:number/draft': of('AC', 'AC', (_, g) => ({
    path: [g.sheet],
    json: { answers: {}, keystroke: 1 },
  })),
  'POST /api/entry/second/:number/response': of('AC', 'AC', (_, g) => ({
    path: [g.sheet],
    json: { id: randomUUID(), answers: filledSheet() },
  })),
  'GET /api/entry/second/:number/decision': of('AC', 'AC', (_, g) => ({ path: [g.sheet] })),
  'POST /api/entry/second/:number/decision': of('AC', 'AC', (_, g) => ({
    path: [g.sheet],
    json: { id: randomUUID(), verdicts: [] },
  })),
  'GET /api/entry/quality': { own: 'ALU', sample: () => ({ query: '?year=2026' }) },
  'PUT /api/entry/quality/double/:id': ofCommune('A', (c) => ({
    path: [c.questionnaire],
    json: { share: 0, evaluated: false },
  })),
  'GET /api/entry/strays': list('ALCU'),
  'POST /api/entry/strays': ofCommune('AC', () => ({ json: { number: sheetNumber('ZZ', 8).text } })),
  'POST /api/entry/strays/:id/done': ofCommune('AC', (c) => ({ path: [c.stray], json: { outcome: 'Đã trả' } })),
  'POST /api/meetings/:year/:id/cancel': of('AC', 'AC', (_, g) => ({
    path: [year, g.meeting],
    json: { reason: 'Mưa bão' },
  })),
  'POST /api/meetings/:year/:id/close': of('AC', 'AC', (_, g) => ({ path: [year, g.meeting] })),

  'GET /api/petitions': list('ALCKU'),
  'POST /api/petitions': of('AC', 'AC', (_, g) => ({
    json: { kind: 'proposal', field: 'đường', content: 'Đường ngập', groupId: g.group },
  })),
  'GET /api/petitions/:year/:id': of('ALCKU', 'ALCU', (_, g) => ({ path: [year, g.petition] })),
  'POST /api/petitions/:year/:id/events': of('ACK', 'AC', (_, g) => ({
    path: [year, g.petition],
    json: { kind: 'answered', text: 'Sẽ sửa trong tháng 12.', ifSeq: 2 },
  })),

  'GET /api/evaluations': { own: 'ALKU', sample: () => ({ query: '?year=2026' }) },
  'POST /api/evaluations': of('AL', 'AL', (_, g) => ({ json: { cadreId: g.cadre, year } })),
  'GET /api/evaluations/:year/:id': of('ALKU', 'ALU', (_, g) => ({ path: [year, g.evaluation] })),
  'POST /api/evaluations/:year/:id/self': of('K', '', (_, g) => ({
    path: [year, g.evaluation],
    json: { points, strengths: 'Chăm chỉ.', limits: '', level: 'good' },
  })),
  'POST /api/evaluations/:year/:id/comment': of('AL', 'AL', (_, g) => ({
    path: [year, g.evaluation],
    json: { from: 'hamlet', body: 'Ấp Mẫu', text: 'Gần dân.' },
  })),
  'POST /api/evaluations/:year/:id/proposal': of('AL', 'AL', (_, g) => ({
    path: [year, g.evaluation],
    json: { points, results: full, strengths: 'Chăm chỉ.', limits: '', comment: 'Tốt.' },
  })),
  'POST /api/evaluations/:year/:id/decision': of('L', 'L', (_, g) => ({
    path: [year, g.evaluation],
    json: { level: 'good' },
  })),
  'POST /api/evaluations/:year/:id/notice': of('AL', 'AL', (_, g) => ({
    path: [year, g.evaluation],
    json: { number: '12/TB-UBND', on: day },
  })),
  'POST /api/evaluations/:year/:id/appeal': of('K', '', (_, g) => ({
    path: [year, g.evaluation],
    json: { text: 'Xin xem lại.' },
  })),
  'POST /api/evaluations/:year/:id/correct': of('L', 'L', (_, g) => ({
    path: [year, g.evaluation],
    json: { reason: 'Tính nhầm.' },
  })),
  // Past permission: the matrix's office has no such form.
  'POST /api/evaluations/self-forms': ofCommune('ALU', () => ({ json: { year } })),
  'GET /api/evaluations/:year/:id/self-form.pdf': of('ALKU', 'ALU', (_, g) => ({ path: [year, g.evaluation] })),
  'GET /api/evaluations/:year/:id/document.pdf': of('ALKU', 'ALU', (_, g) => ({ path: [year, g.evaluation] })),
};
