import type { Sentence } from '../errors/index.ts';
import { checkCode, checkText, codeKey, normaliseText, sameNameKey, shorten } from '../text/index.ts';
import { GroupFinder } from './group-finder.ts';
import { ADDRESS, HEAD_NAME, HOUSEHOLD_CODE } from './household.ts';
import { type ImportField, requireMapping } from './import-fields.ts';
import type {
  ImportContext,
  ImportError,
  ImportOptions,
  ImportPlan,
  ImportTable,
  KnownHousehold,
  PlannedHousehold,
  PlannedUpdate,
} from './import-plan.ts';

/**
 * Works out what importing a list would do: which households are new, which ones it corrects or moves, and what is
 * wrong in which row and column. A household is known again by its code; in a list without codes by head, address and
 * group. Pure: nothing is stored.
 * @throws DomainError `import.columns` or `import.mapping` when the columns do not fit
 */
export function planImport(table: ImportTable, options: ImportOptions, context: ImportContext): ImportPlan {
  const headers = table.rows[table.headerIndex] ?? [];
  requireMapping(options.columns, headers);
  return new Planner(headers, options, context).plan(table);
}

interface Row {
  readonly row: number;
  readonly code: string | null;
  readonly headName: string;
  readonly address: string;
  readonly groupId: string;
}

class Planner {
  readonly #headers: readonly string[];
  readonly #options: ImportOptions;
  readonly #newId: () => string;
  readonly #groups: GroupFinder;
  readonly #groupCodes: Map<string, string>;
  readonly #byCode = new Map<string, KnownHousehold>();
  readonly #byLooks = new Map<string, KnownHousehold[]>();
  readonly #rowByCode = new Map<string, number>();
  readonly #rowByLooks = new Map<string, number>();
  readonly #lastNumber = new Map<string, number>();
  readonly #errors: ImportError[] = [];
  readonly #created: PlannedHousehold[] = [];
  readonly #updated: PlannedUpdate[] = [];
  #unchanged = 0;
  #duplicates = 0;

  constructor(headers: readonly string[], options: ImportOptions, context: ImportContext) {
    this.#headers = headers;
    this.#options = options;
    this.#newId = context.newId;
    this.#groups = new GroupFinder(context, options.createMissing);
    this.#groupCodes = new Map(context.groups.map((group) => [group.id, group.code]));
    for (const household of context.households) {
      this.#byCode.set(codeKey(household.code), household);
      if (household.validTo !== null) continue;
      const looks = looksKey(household);
      this.#byLooks.set(looks, [...(this.#byLooks.get(looks) ?? []), household]);
    }
  }

  plan(table: ImportTable): ImportPlan {
    this.#makeNamedGroups(table);
    let rows = 0;
    for (let index = table.headerIndex + 1; index < table.rows.length; index += 1) {
      const cells = table.rows[index] ?? [];
      if (cells.every((cell) => normaliseText(cell) === '')) continue;
      rows += 1;
      const row = this.#read(cells, index + 1);
      if (row !== null) this.#place(row);
    }
    return {
      rows,
      hamlets: this.#groups.newHamlets,
      groups: this.#groups.newGroups,
      created: this.#created,
      updated: this.#updated,
      unchanged: this.#unchanged,
      duplicates: this.#duplicates,
      errors: this.#errors,
    };
  }

  /**
   * Groups that rows place in a hamlet are made before any row is read: a row that names a group and no hamlet must be
   * judged by all groups that there will be, or the same list would be understood differently the second time.
   */
  #makeNamedGroups(table: ImportTable): void {
    if (!this.#options.createMissing || this.#options.columns.hamlet === undefined) return;
    for (const cells of table.rows.slice(table.headerIndex + 1)) {
      const hamlet = this.#cell(cells, 'hamlet');
      if (normaliseText(hamlet) !== '') this.#groups.find(this.#cell(cells, 'group'), hamlet);
    }
  }

  /** The row's cells checked one by one, so that one pass finds everything that is wrong; null when anything is. */
  #read(cells: readonly string[], row: number): Row | null {
    const before = this.#errors.length;
    const code = this.#options.columns.code === undefined ? null : checkCode(this.#cell(cells, 'code'), HOUSEHOLD_CODE);
    if (code?.ok === false) this.#refuse(row, cells, 'code', code.sentence);
    const headName = checkText(this.#cell(cells, 'headName'), HEAD_NAME);
    if (!headName.ok) this.#refuse(row, cells, 'headName', headName.sentence);
    const address = checkText(this.#cell(cells, 'address'), ADDRESS);
    if (!address.ok) this.#refuse(row, cells, 'address', address.sentence);
    const hamletCell = this.#options.columns.hamlet === undefined ? null : this.#cell(cells, 'hamlet');
    const group = this.#groups.find(this.#cell(cells, 'group'), hamletCell);
    if (!group.ok) this.#refuse(row, cells, group.field, group.sentence);
    if (this.#errors.length > before || !headName.ok || !address.ok || !group.ok) return null;
    return {
      row,
      code: code?.ok === true ? code.text : null,
      headName: headName.text,
      address: address.text,
      groupId: group.group.id,
    };
  }

  #place(row: Row): void {
    const looks = looksKey(row);
    const duplicate = this.#duplicate(row, looks);
    if (duplicate !== null) {
      this.#duplicates += 1;
      this.#errors.push(duplicate);
      return;
    }
    this.#rowByLooks.set(looks, row.row);
    if (row.code !== null) {
      this.#rowByCode.set(codeKey(row.code), row.row);
      const known = this.#byCode.get(codeKey(row.code));
      if (known === undefined) this.#create(row, row.code);
      else this.#meet(row, known);
      return;
    }
    // Without codes, as many rows as there are known households of these looks mean those households.
    const known = this.#byLooks.get(looks) ?? [];
    if (known.shift() !== undefined) this.#unchanged += 1;
    else this.#create(row, this.#nextCode(row.groupId));
  }

  #duplicate(row: Row, looks: string): ImportError | null {
    const codeRow = row.code === null ? undefined : this.#rowByCode.get(codeKey(row.code));
    if (codeRow !== undefined) return this.#repeats(row, 'code', codeRow);
    const known = row.code === null ? undefined : this.#byCode.get(codeKey(row.code));
    if (known !== undefined && known.validTo !== null) return this.#ended(row, known);
    if (this.#options.acceptLookalikes) return null;
    const twinRow = this.#rowByLooks.get(looks);
    if (twinRow !== undefined) return this.#repeats(row, 'headName', twinRow);
    const twin = row.code === null ? undefined : this.#byLooks.get(looks)?.[0];
    return twin === undefined || twin === known || known !== undefined ? null : this.#resembles(row, twin);
  }

  #create(row: Row, code: string): void {
    const { headName, address, groupId } = row;
    this.#created.push({ row: row.row, id: this.#newId(), code, headName, address, groupId });
  }

  #meet(row: Row, known: KnownHousehold): void {
    const address = this.#options.columns.address === undefined ? known.address : row.address;
    const moves = known.groupId !== row.groupId;
    if (!moves && known.headName === row.headName && known.address === address) {
      this.#unchanged += 1;
      return;
    }
    const { id, code, version } = known;
    const { headName, groupId } = row;
    const fromGroupId = moves ? known.groupId : null;
    this.#updated.push({ row: row.row, id, code, version, headName, address, groupId, fromGroupId });
  }

  #repeats(row: Row, field: 'code' | 'headName', earlier: number): ImportError {
    const value = field === 'code' ? (row.code ?? '') : row.headName;
    const sentence =
      field === 'code'
        ? {
            vi: `Mã hộ ${value} đã có ở dòng ${earlier}. Hãy xóa dòng thừa hoặc sửa mã.`,
            en: `The code ${value} stands in row ${earlier} already. Remove the extra row or correct the code.`,
          }
        : {
            vi: `Chủ hộ, địa chỉ và tổ giống hệt dòng ${earlier}. Hãy xóa dòng thừa; nếu là hai hộ khác nhau, chọn “Nhận các hộ trùng tên”.`,
            en: `Head, address and group are the same as in row ${earlier}. Remove the extra row; if they are two households, choose “Accept households that look alike”.`,
          };
    return { row: row.row, column: this.#column(field), value, sentence };
  }

  #ended(row: Row, known: KnownHousehold): ImportError {
    const sentence = {
      vi: `Mã hộ ${known.code} là của một hộ đã thôi theo dõi (${shorten(known.headName)}). Hãy dùng mã khác.`,
      en: `The code ${known.code} belongs to a household no longer followed (${shorten(known.headName)}). Use another one.`,
    };
    return { row: row.row, column: this.#column('code'), value: known.code, sentence };
  }

  #resembles(row: Row, twin: KnownHousehold): ImportError {
    const sentence = {
      vi: `Hộ này đã có trong sổ với mã ${twin.code} (cùng chủ hộ, địa chỉ và tổ). Hãy dùng mã đó; nếu là hộ khác, chọn “Nhận các hộ trùng tên”.`,
      en: `This household is in the register already, with code ${twin.code} (same head, address and group). Use that code; if it is another one, choose “Accept households that look alike”.`,
    };
    return { row: row.row, column: this.#column('code'), value: row.code ?? '', sentence };
  }

  /** `T01` → 'T01-001', 'T01-002', …: codes for lists that have none. */
  #nextCode(groupId: string): string {
    const group = this.#groupCodes.get(groupId) ?? this.#groups.newGroups.find(({ id }) => id === groupId)?.code ?? '';
    for (let n = (this.#lastNumber.get(groupId) ?? 0) + 1; ; n += 1) {
      const code = `${group}-${String(n).padStart(3, '0')}`;
      if (this.#byCode.has(codeKey(code))) continue;
      this.#lastNumber.set(groupId, n);
      return code;
    }
  }

  #refuse(row: number, cells: readonly string[], field: ImportField, sentence: Sentence): void {
    const value = shorten(this.#cell(cells, field), 120);
    this.#errors.push({ row, column: this.#column(field), value, sentence });
  }

  #cell(cells: readonly string[], field: ImportField): string {
    const index = this.#options.columns[field];
    return index === undefined ? '' : (cells[index] ?? '');
  }

  #column(field: ImportField): string {
    const index = this.#options.columns[field] ?? 0;
    const header = normaliseText(this.#headers[index] ?? '');
    return header === '' ? columnLetter(index) : shorten(header);
  }
}

function looksKey(household: { headName: string; address: string; groupId: string }): string {
  return `${sameNameKey(household.headName)}\n${sameNameKey(household.address)}\n${household.groupId}`;
}

/** `columnLetter(0)` → 'A', `columnLetter(27)` → 'AB': as spreadsheets call their columns. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
