import type { Item, QuestionnaireModel } from '../model.ts';
import { QuestionnaireModelSchema } from '../model-schema.ts';
import { slug } from './names.ts';
import { quoted, type Report } from './report.ts';

type Places = ReadonlyMap<string, { readonly sheet: string; readonly row: number }>;

/**
 * The last look at a model: whatever a person wrote into the columns of an exported form (no digits, a thousand rows)
 * must not end as a draft that cannot be saved. What does not fit is left out and told with its place.
 */
export function withinSchema(
  model: QuestionnaireModel,
  places: Places,
  sheet: string,
  report: Report,
): QuestionnaireModel | null {
  const { items, code, title, ...head } = model;
  const kept = items.filter((item, index) => fits(item, index, places, sheet, report));
  if (kept.length === 0) return null;
  const plain = { code, title, items: kept };
  const sound = QuestionnaireModelSchema.safeParse(plain).success
    ? plain
    : { code: slug(code, '-', 40) || 'form', title: { vi: quoted(title.vi, 900) || 'PHIẾU HỎI' }, items: kept };
  if (sound !== plain) tellHead('form_id', report);
  const whole = { ...sound, ...head };
  const problems = QuestionnaireModelSchema.safeParse(whole).error?.issues ?? [];
  if (problems.length === 0) return whole;
  const bad = new Set(problems.map(({ path }) => String(path[0])));
  for (const key of bad) tellHead(key, report);
  return { ...Object.fromEntries(Object.entries(head).filter(([key]) => !bad.has(key))), ...sound };
}

function fits(item: Item, index: number, places: Places, sheet: string, report: Report): boolean {
  const probe = { code: 'x', title: { vi: 'x' }, items: [item] };
  const [problem] = QuestionnaireModelSchema.safeParse(probe).error?.issues ?? [];
  if (problem === undefined) return true;
  const [, , ...path] = problem.path;
  const where = path.map(String).join('.');
  report.error(
    places.get(`items.${index}`) ?? { sheet },
    where === '' ? item.type : where,
    `“${quoted(item.name)}” có giá trị không dùng được trên giấy (${where}) nên bị bỏ khỏi phiếu. Hãy xem lại các cột của dòng này.`,
    `“${quoted(item.name)}” has a value that paper cannot have (${where}), so it is left out. Look at the columns of this row.`,
  );
  return false;
}

function tellHead(key: string, report: Report): void {
  report.warning(
    { sheet: 'settings', row: 2 },
    key,
    `Cài đặt “${key}” không dùng được nên bị bỏ hoặc sửa lại. Hãy xem lại trang settings.`,
    `The setting “${key}” cannot be used and was left out or mended. Look at the sheet settings.`,
  );
}
