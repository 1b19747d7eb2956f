import type { Label } from '../model.ts';
import { type FormReading, placeOf } from './form.ts';
import { LONGEST_LABEL, MOST_REPETITIONS, MOST_TABLE_ROWS } from './limits.ts';
import { own } from './own.ts';
import { quoted } from './report.ts';
import { cell, type Row } from './sheet.ts';
import type { Branch } from './tree.ts';

const DEFAULT_COUNT = 3;

/** How often a repeat stands on paper: a fixed number, or a row for each option of the list that it loops over. */
export function repetition(
  form: FormReading,
  row: Row,
  loop: string | undefined,
): Pick<Branch, 'count' | 'rows' | 'role'> {
  const { table, report } = form;
  const rowsList = own(table, row, 'rows').trim() || loop;
  const rows =
    rowsList === undefined || rowsList === '' ? undefined : form.lists.get(rowsList)?.map(({ label }) => label);
  const role = own(table, row, 'role').trim() === 'petition' ? { role: 'petition' as const } : {};
  if (form.own) {
    const count = Number(cell(table, row, 'repeat_count') || 1);
    return { count, ...(rows === undefined ? {} : { rows }), ...role };
  }
  if (loop !== undefined) return looped(form, row, loop, rows ?? []);
  const written = cell(table, row, 'repeat_count');
  const place = placeOf(form, row, 'repeat_count');
  const count = /^\d+(?:\.0+)?$/u.test(written) ? Number(written) : undefined;
  if (count !== undefined && count >= 1 && count <= MOST_REPETITIONS) return { count };
  if (count === undefined) {
    const vi = written === '' ? 'Mục lặp không có số lần' : `Số lần “${quoted(written)}” chỉ biết được khi hỏi`;
    const en = written === '' ? 'The repeat has no count' : `The count “${quoted(written)}” is known only while asking`;
    report.warning(
      place,
      'repeat_count',
      `${vi}; trên giấy in ${DEFAULT_COUNT} lần. Hãy ghi số lần cố định vào repeat_count.`,
      `${en}; paper prints it ${DEFAULT_COUNT} times. Write a fixed number into repeat_count.`,
    );
    return { count: DEFAULT_COUNT };
  }
  const kept = Math.min(Math.max(count, 1), MOST_REPETITIONS);
  report.warning(
    place,
    'repeat_count',
    `Lặp ${written} lần; trên giấy in ${kept} lần.`,
    `It repeats ${written} times; paper prints it ${kept} times.`,
  );
  return { count: kept };
}

function looped(form: FormReading, row: Row, list: string, rows: readonly Label[]): Pick<Branch, 'count' | 'rows'> {
  if (rows.length === 0) {
    form.report.error(
      placeOf(form, row, 'type'),
      'begin loop',
      `Danh sách “${quoted(list)}” không có ở trang choices; mục lặp in một lần.`,
      `There is no list “${quoted(list)}” on the sheet choices; the loop is printed once.`,
    );
    return { count: 1 };
  }
  const short = rows.filter(({ vi, en = '' }) => Math.max(vi.length, en.length) <= LONGEST_LABEL);
  const kept = short.slice(0, MOST_TABLE_ROWS);
  if (kept.length === 0) return { count: 1 };
  form.report.info(
    placeOf(form, row, 'type'),
    'begin loop',
    `Vòng lặp theo danh sách “${quoted(list)}” được in thành bảng ${kept.length} dòng${kept.length < rows.length ? ` (danh sách có ${rows.length})` : ''}.`,
    `The loop over “${quoted(list)}” is printed as a table of ${kept.length} rows${kept.length < rows.length ? ` (of ${rows.length})` : ''}.`,
  );
  return { count: kept.length, rows: kept };
}
