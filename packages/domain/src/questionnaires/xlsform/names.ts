import { type Place, quoted, type Report } from './report.ts';

const FORM = /^[a-z][a-z0-9_]{0,59}$/u;

/** Letters, digits and underscores of a text: `Họ tên.chủ-hộ` → `ho_ten_chu_ho`. */
export function slug(text: string, glue: '_' | '-' = '_', longest = 60): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/[^a-z0-9]+/gu, glue)
    .replace(/^[^a-z]+/u, '')
    .slice(0, longest)
    .replace(/[_-]+$/u, '');
}

/** Gives every row a name that the model allows and no other row has, and tells of each that had to change. */
export class ModelNames {
  private readonly taken = new Set<string>();
  private readonly report: Report;
  private readonly verbatim: boolean;
  private unnamed = 0;

  /** `verbatim`: a form that this program wrote; its names are kept as they are, doubles and all. */
  constructor(report: Report, verbatim: boolean) {
    this.report = report;
    this.verbatim = verbatim;
  }

  /** A name that answers of another question will have (`water_other`). */
  reserve(name: string): void {
    this.taken.add(name);
  }

  give(written: string, kind: string, place: Place): string {
    if (this.verbatim && FORM.test(written)) return written;
    const base = slug(written) || this.spare(kind);
    const name = this.free(base);
    this.taken.add(name);
    this.tell(written, base, name, place);
    return name;
  }

  private spare(kind: string): string {
    this.unnamed += 1;
    return `${kind}_${this.unnamed}`;
  }

  private free(base: string): string {
    if (!this.taken.has(base)) return base;
    for (let count = 2; ; count += 1) {
      const name = `${base.slice(0, 55)}_${count}`;
      if (!this.taken.has(name)) return name;
    }
  }

  private tell(written: string, base: string, name: string, place: Place): void {
    if (written === '') {
      this.report.error(
        place,
        'name',
        `Dòng này không có tên; phần mềm đặt tên “${name}”. Hãy điền cột name.`,
        `This row has no name; it is called “${name}”. Fill in the column name.`,
      );
    } else if (name !== base) {
      this.report.warning(
        place,
        'name',
        `Tên “${quoted(written)}” đã có ở dòng khác; câu này được đổi thành “${name}”. Hãy đặt tên khác nếu muốn.`,
        `The name “${quoted(written)}” is used by another row; this one becomes “${name}”. Give it another name if you like.`,
      );
    } else if (name !== written) {
      this.report.info(
        place,
        'name',
        `Tên “${quoted(written)}” được viết lại thành “${name}” (chữ thường không dấu, số, gạch dưới).`,
        `The name “${quoted(written)}” becomes “${name}” (lower case letters, digits, underscores).`,
      );
    }
  }
}
