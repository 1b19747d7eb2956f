import type { Label, PaperQuestion } from './model.ts';

/**
 * The framework of closeness: four things to grasp ("4 nắm"), four to contribute ("4 góp"), three to check ("3 kiểm").
 * What each item says is set by the province, so none is worded here; a question is tagged with an item (`nam-2`) or, as
 * long as the office has not said which, with the family (`nam`).
 */
export const FRAMEWORK = [
  { code: 'nam', count: 4, label: { vi: '4 nắm', en: '4 to grasp' }, item: { vi: 'Nắm', en: 'Grasp' } },
  { code: 'gop', count: 4, label: { vi: '4 góp', en: '4 to contribute' }, item: { vi: 'Góp', en: 'Contribute' } },
  { code: 'kiem', count: 3, label: { vi: '3 kiểm', en: '3 to check' }, item: { vi: 'Kiểm', en: 'Check' } },
] as const;

export type FrameworkFamily = (typeof FRAMEWORK)[number]['code'];

/** Every tag that names the framework: `{ code: 'nam', … }`, `{ code: 'nam-1', label: 'Nắm 1' }`, …. */
export const FRAMEWORK_TAGS: readonly { readonly code: string; readonly label: Label }[] = FRAMEWORK.flatMap(
  ({ code, count, label, item }) => [
    { code, label },
    ...frameworkRows(count, item).map((row, index) => ({ code: `${code}-${index + 1}`, label: row })),
  ],
);

/** `Nắm 1` … `Nắm 4`: how the rows are headed until the office words them. */
export function frameworkRows(count: number, item: Label): readonly Label[] {
  return Array.from({ length: count }, (_, index) => ({
    vi: `${item.vi} ${index + 1}`,
    ...(item.en === undefined ? {} : { en: `${item.en} ${index + 1}` }),
  }));
}

/** What a question as printed is tagged with; in a table `nam-#` is the item of the row: `nam-2` in the second. */
export function tagsOf(question: PaperQuestion): readonly string[] {
  const row = String(question.repetition ?? 1);
  return (question.item.tags ?? []).map((tag) => tag.replace('#', row));
}
