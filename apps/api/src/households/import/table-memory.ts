import type { ImportTable } from '@gandan/domain/households';

/** Lists that were read a moment ago, by the SHA-256 of their file: between upload, check and apply nothing changes. */
export interface TableMemory {
  get(sha256: string, read: () => Promise<ImportTable>): Promise<ImportTable>;
  put(sha256: string, table: ImportTable): void;
}

// One office imports one list at a time; a list of 50,000 rows takes some 30 MB.
const KEPT = 2;

export function tableMemory(): TableMemory {
  const tables = new Map<string, ImportTable>();
  const put: TableMemory['put'] = (sha256, table) => {
    tables.delete(sha256);
    tables.set(sha256, table);
    const [oldest] = tables.keys();
    if (tables.size > KEPT && oldest !== undefined) tables.delete(oldest);
  };
  return {
    put,
    async get(sha256, read) {
      const table = tables.get(sha256) ?? (await read());
      put(sha256, table);
      return table;
    },
  };
}
