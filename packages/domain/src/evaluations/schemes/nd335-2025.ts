import type { Criterion, Scheme, Source } from '../scheme.ts';

const ND335: Source = { tag: 'S', citation: 'NĐ 335/2025/NĐ-CP' };
const FORM_01: Source = { tag: 'S', citation: 'NĐ 335/2025/NĐ-CP, Mẫu số 01' };
// Group III of the form was readable only in a secondary copy.
const FORM_01_COPY: Source = { tag: 'G', citation: 'NĐ 335/2025/NĐ-CP, Mẫu số 01 (bản sao)' };
const ND335_COPY: Source = { tag: 'G', citation: 'NĐ 335/2025/NĐ-CP (bản sao)' };
const ND90: Source = { tag: 'S', citation: 'NĐ 90/2020/NĐ-CP, sửa đổi bởi NĐ 48/2023/NĐ-CP' };
const OWN: Source = { tag: 'K', citation: 'Mặc định của phần mềm, cơ quan xác nhận' };

const group = (number: string, vi: string, en: string, children: readonly Criterion[]): Criterion => ({
  code: number,
  number,
  label: { vi, en },
  max: 10,
  source: FORM_01,
  children: children.map((child) => ({ ...child, code: `${number}.${child.number}` })),
});
const line = (number: string, max: number, source: Source, vi: string, en: string): Criterion => ({
  code: number,
  number,
  label: { vi, en },
  max,
  source,
});

/** Mẫu số 01, part I: 30 points of general criteria, 10 (5+5), 10 (4×2,5), 10 (4×2,5). Wording as in the form. */
const CRITERIA: readonly Criterion[] = [
  group(
    'I',
    'Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ và ý thức kỷ luật, kỷ cương trong thực thi công vụ',
    'Political and moral qualities, conduct in office, discipline',
    [
      line(
        '1',
        5,
        FORM_01,
        'Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ',
        'Political and moral qualities, conduct in office',
      ),
      line('2', 5, FORM_01, 'Ý thức kỷ luật, kỷ cương trong thực thi công vụ', 'Discipline and order in office'),
    ],
  ),
  group(
    'II',
    'Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm; khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao; tinh thần trách nhiệm trong thực thi công vụ; thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp',
    'Professional ability, meeting the demands of the duties, responsibility, attitude of service and cooperation',
    [
      line(
        '1',
        2.5,
        FORM_01,
        'Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm',
        'Professional ability as the post requires',
      ),
      line(
        '2',
        2.5,
        FORM_01,
        'Khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao thường xuyên, đột xuất',
        'Meeting the demands of regular and unexpected duties',
      ),
      line('3', 2.5, FORM_01, 'Tinh thần trách nhiệm trong thực thi công vụ', 'Responsibility in office'),
      line(
        '4',
        2.5,
        FORM_01,
        'Thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp',
        'Attitude of service to people and businesses, cooperation with colleagues',
      ),
    ],
  ),
  group(
    'III',
    'Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm vì lợi ích chung trong thực thi công vụ',
    'Innovation, daring to think, act and answer for the common good',
    [
      line(
        '1',
        2.5,
        FORM_01_COPY,
        'Có sản phẩm, giải pháp đột phá, sáng tạo đem lại giá trị, hiệu quả thiết thực, tác động tích cực đến kết quả thực hiện nhiệm vụ của cơ quan, tổ chức, đơn vị',
        'Creative products or solutions of practical value to the results of the unit',
      ),
      line(
        '2',
        2.5,
        FORM_01_COPY,
        'Sẵn sàng tham gia thực hiện nhiệm vụ chính trị đặc biệt quan trọng, nhiệm vụ có tính chất đột xuất, phức tạp hoặc trong điều kiện khó khăn',
        'Ready for especially important, unexpected, complex or hard duties',
      ),
      line(
        '3',
        2.5,
        FORM_01_COPY,
        'Có tinh thần chịu trách nhiệm trước kết quả công việc; chủ động nhận trách nhiệm khi có sai sót và có biện pháp khắc phục rõ ràng, cụ thể',
        'Answers for results; owns up to mistakes and puts them right',
      ),
      line(
        '4',
        2.5,
        FORM_01_COPY,
        'Chủ động đưa ra quyết định trong phạm vi thẩm quyền, không né tránh; có tinh thần tiên phong trong thực hiện những nhiệm vụ mới',
        'Decides within his powers without evasion; first to take up new duties',
      ),
    ],
  ),
];

/**
 * NĐ 335/2025/NĐ-CP for civil servants, in force from 2026-01-01: 100 points = 30 common + 70 results. Published schemes
 * never change: another weight is a new `version`.
 */
export const ND335_2025: Scheme = {
  code: 'nd335-2025',
  version: 1,
  title: {
    vi: 'Đánh giá, xếp loại chất lượng công chức theo Nghị định 335/2025/NĐ-CP',
    en: 'Evaluation of civil servants by Decree 335/2025',
  },
  citation: 'Nghị định số 335/2025/NĐ-CP, hiệu lực từ 01/01/2026',
  firstYear: 2026,
  lastYear: null,
  common: { max: 30, pointStep: 0.5, criteria: [...CRITERIA] },
  results: {
    max: 70,
    // Specialists: (a+b+c)/3 × 70 (S). Leaders: (a+b+c+d+đ+e)/6 × 70 (G).
    source: ND335,
    leaderSource: ND335_COPY,
    components: [
      {
        code: 'a',
        label: { vi: 'Số lượng', en: 'Quantity' },
        leadersOnly: false,
        terms: [
          { indicator: 'meetings-attended', weight: 50 },
          { indicator: 'households-reached', weight: 25 },
          { indicator: 'sheets-returned', weight: 25 },
        ],
        source: ND335,
        termsSource: OWN,
      },
      {
        code: 'b',
        label: { vi: 'Chất lượng', en: 'Quality' },
        leadersOnly: false,
        terms: [
          { indicator: 'petitions-answered', weight: 60 },
          { indicator: 'policies-told', weight: 40 },
        ],
        source: ND335,
        termsSource: OWN,
      },
      {
        code: 'c',
        label: { vi: 'Tiến độ', en: 'Timeliness' },
        leadersOnly: false,
        terms: [{ indicator: 'petitions-on-time', weight: 100 }],
        source: ND335,
        termsSource: OWN,
      },
      {
        code: 'd',
        label: { vi: 'Kết quả hoạt động của đơn vị phụ trách', en: 'Results of the unit led' },
        leadersOnly: true,
        terms: [],
        source: ND335_COPY,
      },
      {
        code: 'đ',
        label: { vi: 'Khả năng tổ chức thực hiện nhiệm vụ', en: 'Organising the duties' },
        leadersOnly: true,
        terms: [],
        source: ND335_COPY,
      },
      {
        code: 'e',
        label: { vi: 'Năng lực tập hợp, đoàn kết', en: 'Bringing people together' },
        leadersOnly: true,
        terms: [],
        source: ND335_COPY,
      },
    ],
    missing: {
      vi: 'Chỉ tiêu không có số liệu thì không tính là 0: trọng số của nó chia lại cho các chỉ tiêu còn lại của cùng thành phần; thành phần không có chỉ tiêu nào có số liệu thì người có thẩm quyền nhập tỷ lệ, kèm lý do.',
      en: 'An indicator without data is not a zero: its weight is shared among the others of the same component; a component without any data is entered by people, with a reason.',
    },
  },
  decimals: 1,
  rounding: {
    sentence: {
      vi: 'Điểm làm tròn đến một chữ số thập phân, từ 0,05 trở lên làm tròn lên; mức xếp loại xét trên tổng điểm đã làm tròn.',
      en: 'Points are rounded to one decimal, half up; the level looks at the rounded total.',
    },
    source: OWN,
  },
  // NĐ 335/2025: ≥ 90 xuất sắc; 70 – < 90 tốt; 50 – < 70 hoàn thành; < 50 không hoàn thành (S).
  thresholds: [
    { level: 'excellent', min: 90, source: ND335 },
    { level: 'good', min: 70, source: ND335 },
    { level: 'completed', min: 50, source: ND335 },
    { level: 'not-completed', min: 0, source: ND335 },
  ],
  vetoes: [
    {
      code: 'degradation',
      label: {
        vi: 'Có kết luận của cấp có thẩm quyền về suy thoái hoặc vi phạm những điều đảng viên không được làm',
        en: 'Concluded degradation, or breach of what party members may not do',
      },
      leadersOnly: false,
      source: ND335,
    },
    {
      code: 'discipline',
      label: {
        vi: 'Bị kỷ luật từ khiển trách trở lên liên quan đến công vụ trong năm đánh giá',
        en: 'Disciplined (reprimand or above) over duties in the year',
      },
      leadersOnly: false,
      source: ND335,
    },
    {
      code: 'unit-corruption',
      label: {
        vi: 'Đơn vị trực tiếp phụ trách bị xử lý về tham nhũng, lãng phí',
        en: 'Own unit handled for corruption or waste',
      },
      leadersOnly: true,
      source: ND335,
    },
  ],
  // Kept from NĐ 90/2020: under 6 months worked not rated; 3 to under 6 months' leave not above "hoàn thành".
  eligibility: { minMonthsWorked: 6, leaveFromMonths: 3, leaveNotAbove: 'completed', source: ND90 },
  // At most 20 % of those rated "tốt" (S); others read "tốt trở lên", and outstanding units may get 25 % (G).
  cap: {
    base: 'good',
    percent: 20,
    outstandingUnitPercent: 25,
    grouping: 'similar-duties',
    rounding: 'down',
    sources: [ND335, { tag: 'G', citation: 'Cách hiểu “tốt trở lên” và mức 25 %' }, OWN],
  },
};
