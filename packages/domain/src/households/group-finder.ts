import type { Sentence } from '../errors/index.ts';
import { checkText, codeKey, nameRule, normaliseText, shorten } from '../text/index.ts';
import { groupNameKey, type HamletKind, hamletKindOf, hamletNameKey } from '../units/index.ts';
import type { ImportField } from './import-fields.ts';
import type { ImportContext, KnownGroup, KnownHamlet } from './import-plan.ts';

type Found =
  | { readonly ok: true; readonly group: KnownGroup }
  | { readonly ok: false; readonly field: ImportField; readonly sentence: Sentence };

/**
 * Finds the group that a row means: by its code, or by its name within the hamlet of the row, or by its name alone when
 * the commune has only one of that name. Where wanted it plans the groups and hamlets that are missing.
 */
export class GroupFinder {
  readonly newHamlets: (KnownHamlet & { readonly kind: HamletKind })[] = [];
  readonly newGroups: KnownGroup[] = [];
  readonly #createMissing: boolean;
  readonly #newId: () => string;
  readonly #hamlets = new Map<string, KnownHamlet>();
  readonly #byCode = new Map<string, KnownGroup>();
  readonly #byName = new Map<string, KnownGroup[]>();
  readonly #codes = new Set<string>();
  readonly #memory = new Map<string, Found>();

  constructor(context: ImportContext, createMissing: boolean) {
    this.#createMissing = createMissing;
    this.#newId = context.newId;
    for (const hamlet of context.hamlets) this.#addHamlet(hamlet);
    for (const group of context.groups) this.#addGroup(group);
  }

  /** `hamletCell` is null when the list has no such column. */
  find(groupCell: string, hamletCell: string | null): Found {
    const key = `${groupCell}\n${hamletCell ?? ''}`;
    const known = this.#memory.get(key);
    if (known !== undefined) return known;
    const found = this.#search(normaliseText(groupCell), normaliseText(hamletCell ?? ''));
    this.#memory.set(key, found);
    return found;
  }

  #search(groupText: string, hamletText: string): Found {
    if (groupText === '') {
      return refuse('group', 'Tổ còn trống. Hãy ghi mã hoặc tên tổ.', 'The group is empty. Write its code or name.');
    }
    const byCode = this.#byCode.get(codeKey(groupText));
    if (byCode !== undefined) return { ok: true, group: byCode };
    const hamlet = this.#hamlets.get(codeKey(hamletText)) ?? this.#hamlets.get(hamletNameKey(hamletText));
    if (hamletText !== '' && hamlet === undefined) {
      if (!this.#createMissing) {
        const vi = `Không có ấp, khu phố nào tên “${shorten(hamletText)}”. Hãy sửa lại, hoặc chọn “Tạo ấp và tổ còn thiếu”.`;
        const en = `There is no hamlet named “${shorten(hamletText)}”. Correct it, or choose “Create missing hamlets and groups”.`;
        return refuse('hamlet', vi, en);
      }
      return this.#createGroup(groupText, hamletText);
    }
    const namesakes = this.#byName.get(groupNameKey(groupText)) ?? [];
    const here = hamlet === undefined ? namesakes : namesakes.filter((group) => group.hamletId === hamlet.id);
    const [first, second] = here;
    if (first !== undefined && second === undefined) return { ok: true, group: first };
    if (second !== undefined) {
      const codes = here.slice(0, 4).map((group) => group.code);
      const vi = `Có ${here.length} tổ tên “${shorten(groupText)}” (${codes.join(', ')}). Hãy ghi mã tổ, hoặc thêm cột ấp, khu phố.`;
      const en = `${here.length} groups are named “${shorten(groupText)}” (${codes.join(', ')}). Write the group's code, or add a hamlet column.`;
      return refuse('group', vi, en);
    }
    if (this.#createMissing && (hamlet !== undefined || this.#onlyHamlet() !== undefined)) {
      return this.#createGroup(groupText, hamletText, hamlet ?? this.#onlyHamlet());
    }
    const where = hamlet === undefined ? { vi: '', en: '' } : { vi: ` ở ${hamlet.name}`, en: ` in ${hamlet.name}` };
    const advice = this.#createMissing
      ? {
          vi: 'Hãy thêm cột ấp, khu phố để biết tổ mới thuộc đâu.',
          en: 'Add a hamlet column to say where the new group belongs.',
        }
      : {
          vi: 'Hãy sửa lại, hoặc chọn “Tạo ấp và tổ còn thiếu”.',
          en: 'Correct it, or choose “Create missing hamlets and groups”.',
        };
    return refuse(
      'group',
      `Không có tổ “${shorten(groupText)}”${where.vi}. ${advice.vi}`,
      `There is no group “${shorten(groupText)}”${where.en}. ${advice.en}`,
    );
  }

  #createGroup(groupText: string, hamletText: string, known?: KnownHamlet): Found {
    const groupName = checkText(groupText, nameRule({ vi: 'Tên tổ', en: 'The group’s name' }));
    if (!groupName.ok) return { ok: false, field: 'group', sentence: groupName.sentence };
    let hamlet = known;
    if (hamlet === undefined) {
      const name = checkText(hamletText, nameRule({ vi: 'Tên ấp, khu phố', en: 'The hamlet’s name' }));
      if (!name.ok) return { ok: false, field: 'hamlet', sentence: name.sentence };
      const planned = {
        id: this.#newId(),
        code: this.#freeCode('A', 2),
        name: name.text,
        kind: hamletKindOf(name.text),
      };
      this.newHamlets.push(planned);
      this.#addHamlet(planned);
      hamlet = planned;
    }
    // A bare number is a group's number, not its name.
    const name = /^\d+[a-z]?$/iu.test(groupName.text) ? `Tổ ${groupName.text}` : groupName.text;
    const group = { id: this.#newId(), code: this.#freeCode(`${hamlet.code}-T`, 2), name, hamletId: hamlet.id };
    this.newGroups.push(group);
    this.#addGroup(group);
    return { ok: true, group };
  }

  #onlyHamlet(): KnownHamlet | undefined {
    const all = new Set(this.#hamlets.values());
    return all.size === 1 ? [...all][0] : undefined;
  }

  #addHamlet(hamlet: KnownHamlet): void {
    this.#codes.add(codeKey(hamlet.code));
    this.#hamlets.set(codeKey(hamlet.code), hamlet);
    this.#hamlets.set(hamletNameKey(hamlet.name), hamlet);
  }

  #addGroup(group: KnownGroup): void {
    this.#codes.add(codeKey(group.code));
    this.#byCode.set(codeKey(group.code), group);
    const key = groupNameKey(group.name);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), group]);
    this.#memory.clear();
  }

  #freeCode(prefix: string, digits: number): string {
    for (let n = 1; ; n += 1) {
      const code = `${prefix}${String(n).padStart(digits, '0')}`;
      if (!this.#codes.has(codeKey(code))) return code;
    }
  }
}

function refuse(field: ImportField, vi: string, en: string): Found {
  return { ok: false, field, sentence: { vi, en } };
}
