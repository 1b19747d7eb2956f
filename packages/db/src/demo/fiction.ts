/**
 * Made-up communes for the demo, the tests and the benches: the same seed gives the same commune. Every name carries a
 * word that says so (Mẫu: sample, Thử: trial, Ví Dụ: example, Thí Nghiệm: experiment); nobody is called like that.
 */
export interface FictionalCommune {
  readonly hamlets: readonly { readonly code: string; readonly name: string; readonly kind: 'ap' | 'khu-pho' }[];
  readonly groups: readonly FictionalGroup[];
  readonly cadres: readonly FictionalCadre[];
  readonly households: readonly FictionalHousehold[];
  /** 2–4 groups a cadre, every group followed, as long as the numbers allow it. */
  readonly assignments: readonly { readonly cadreCode: string; readonly groupCode: string }[];
}

export interface FictionalGroup {
  readonly code: string;
  readonly name: string;
  readonly hamletCode: string;
  readonly headName: string;
  readonly deputyName: string;
  readonly meetingCycle: 'month' | 'quarter';
}

export interface FictionalCadre {
  readonly code: string;
  readonly name: string;
  readonly post: string;
  readonly department: string;
  readonly isLeader: boolean;
}

export interface FictionalHousehold {
  readonly code: string;
  readonly headName: string;
  readonly address: string;
  readonly groupCode: string;
}

export interface CommuneSize {
  readonly hamlets: number;
  readonly groups: number;
  readonly households: number;
  readonly cadres: number;
}

/** An average commune of the province: 38 cadres, 94 groups, 2,400 households. */
export const AVERAGE_COMMUNE: CommuneSize = { hamlets: 12, groups: 94, households: 2400, cadres: 38 };

/** `fictionalCommune(1, AVERAGE_COMMUNE)`: plain data, nothing stored. */
export function fictionalCommune(seed: number, size: CommuneSize): FictionalCommune {
  const random = randomSource(seed);
  const hamlets = Array.from({ length: size.hamlets }, (_, index) => fictionalHamlet(index));
  const groups = Array.from({ length: size.groups }, (_, index): FictionalGroup => {
    const hamlet = hamlets[index % hamlets.length];
    const number = Math.floor(index / hamlets.length) + 1;
    return {
      code: `T${String(index + 1).padStart(3, '0')}`,
      name: `Tổ nhân dân tự quản số ${number}`,
      hamletCode: hamlet?.code ?? '',
      headName: fictionalName(random),
      deputyName: fictionalName(random),
      meetingCycle: random() < 0.25 ? 'month' : 'quarter',
    };
  });
  const hamletNames = new Map(hamlets.map((hamlet) => [hamlet.code, hamlet.name]));
  const households = spread(size.households, size.groups, random).flatMap((count, index) => {
    const group = groups[index];
    if (group === undefined) return [];
    const place = hamletNames.get(group.hamletCode) ?? '';
    return fictionalHouseholds(random, group.code, place, count);
  });
  const cadres = Array.from({ length: size.cadres }, (_, index) => fictionalCadre(random, index));
  return { hamlets, groups, cadres, households, assignments: assign(cadres, groups) };
}

/** One made-up name, from a source of numbers in [0, 1). */
export function fictionalName(random: () => number): string {
  const isWoman = random() < 0.5;
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const given = pick(isWoman ? WOMEN : MEN);
  const middle = random() < 0.55 ? `${isWoman ? 'Thị' : 'Văn'} ` : '';
  return `${pick(FAMILIES)} ${middle}${pick(MARKS)} ${given}`;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function fictionalHamlet(index: number): FictionalCommune['hamlets'][number] {
  const first = HAMLET_FIRST[index % HAMLET_FIRST.length];
  const mark = HAMLET_MARKS[Math.floor(index / HAMLET_FIRST.length) % HAMLET_MARKS.length];
  const round = Math.floor(index / (HAMLET_FIRST.length * HAMLET_MARKS.length));
  const isQuarter = index % 6 === 5;
  const name = `${isQuarter ? 'Khu phố' : 'Ấp'} ${first} ${mark}${round === 0 ? '' : ` ${round + 1}`}`;
  return { code: `A${String(index + 1).padStart(2, '0')}`, name, kind: isQuarter ? 'khu-pho' : 'ap' };
}

function fictionalHouseholds(
  random: () => number,
  groupCode: string,
  place: string,
  count: number,
): FictionalHousehold[] {
  let number = Math.floor(random() * 40);
  return Array.from({ length: count }, (_, index) => {
    number += 1 + Math.floor(random() * 4);
    return {
      code: `${groupCode}-${String(index + 1).padStart(3, '0')}`,
      headName: fictionalName(random),
      address: random() < 0.4 ? `Số ${number}, đường Ví Dụ, ${place}` : `Nhà số ${number}, ${place}`,
      groupCode,
    };
  });
}

function fictionalCadre(random: () => number, index: number): FictionalCadre {
  const [post = '', department = ''] =
    POSTS[index < LEADERS ? index : LEADERS + ((index - LEADERS) % (POSTS.length - LEADERS))] ?? [];
  const code = `CB${String(index + 1).padStart(2, '0')}`;
  return { code, name: fictionalName(random), post, department, isLeader: index < LEADERS };
}

/** `total` things over `places`, uneven by up to a fifth, exact in sum. */
function spread(total: number, places: number, random: () => number): number[] {
  const weights = Array.from({ length: places }, () => 0.8 + random() * 0.4);
  const sum = weights.reduce((a, b) => a + b, 0);
  let done = 0;
  let seen = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.round((total * seen) / sum);
    const count = upTo - done;
    done = upTo;
    return count;
  });
}

function assign(cadres: readonly FictionalCadre[], groups: readonly FictionalGroup[]): FictionalCommune['assignments'] {
  if (cadres.length === 0) return [];
  // Groups in the order of their hamlets, so that a cadre's groups are neighbours.
  const byHamlet = groups.toSorted((a, b) => a.hamletCode.localeCompare(b.hamletCode, 'en'));
  const each = Math.min(4, Math.max(2, groups.length / cadres.length));
  return byHamlet.flatMap((group, index) => {
    const cadre = cadres[Math.floor(index / each)];
    return cadre === undefined ? [] : [{ cadreCode: cadre.code, groupCode: group.code }];
  });
}

const FAMILIES =
  'Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thạch Kim Sơn Châu Đoàn Trương Lâm Mai Tô Tạ Quách Ông'.split(
    ' ',
  );
const MARKS = ['Mẫu', 'Thử', 'Ví Dụ', 'Thí Nghiệm'];
const MEN = (
  'An Bảo Bình Chiến Công Cường Danh Dũng Đạt Điền Đức Giang Hải Hậu Hiếu Hòa Hùng Khánh Khoa Lâm Lộc Lực Minh Nam Nghĩa ' +
  'Nhân Phong Phúc Phước Quân Quý Sang Sơn Tài Tâm Thạnh Thiện Thuận Tiến Toàn Trí Trung Tuấn Tùng Út Vinh Vũ Xuyên'
).split(' ');
const WOMEN = (
  'Ánh Bích Cúc Diễm Diệu Dung Đào Đẹp Giàu Hà Hạnh Hằng Hiền Hoa Hồng Huệ Hương Kiều Lan Lành Liễu Loan Mai Mận My Mỹ Nga ' +
  'Ngân Ngọc Nguyệt Nhung Nữ Oanh Phượng Quyên Sen Sương Thắm Thảo Thơm Thu Thủy Thúy Tím Trang Trúc Tuyết Uyên Vân Xuân Ý Yến'
).split(' ');
const HAMLET_FIRST = ['Phú', 'An', 'Tân', 'Long', 'Hòa', 'Bình', 'Thạnh', 'Mỹ', 'Vĩnh', 'Phước'];
const HAMLET_MARKS = ['Mẫu', 'Thử', 'Ví Dụ'];
/** The first of POSTS are those who approve. */
const LEADERS = 3;
const POSTS: readonly (readonly [post: string, department: string])[] = [
  ['Chủ tịch Ủy ban nhân dân', 'Ủy ban nhân dân'],
  ['Phó Chủ tịch Ủy ban nhân dân', 'Ủy ban nhân dân'],
  ['Chánh Văn phòng', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'],
  ['Công chức Văn phòng', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'],
  ['Công chức Kinh tế', 'Phòng Kinh tế'],
  ['Công chức Địa chính', 'Phòng Kinh tế'],
  ['Công chức Văn hóa - Xã hội', 'Phòng Văn hóa - Xã hội'],
  ['Công chức Tư pháp', 'Trung tâm Phục vụ hành chính công'],
  ['Chuyên viên một cửa', 'Trung tâm Phục vụ hành chính công'],
  ['Cán bộ Mặt trận', 'Ủy ban Mặt trận Tổ quốc'],
  ['Cán bộ Hội Phụ nữ', 'Ủy ban Mặt trận Tổ quốc'],
  ['Cán bộ Hội Nông dân', 'Ủy ban Mặt trận Tổ quốc'],
];
