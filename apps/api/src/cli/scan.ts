import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError, invalidField } from '@gandan/domain/errors';
import type { LayoutMap } from '@gandan/domain/questionnaires';
import { type BatchFinding, batchFindings, type FoundSide } from '@gandan/scan/batch';
import { type FilePage, readFiles } from '@gandan/scan/files';
import type { QuestionReading, SideReading } from '@gandan/scan/reading';
import type { Run, VerbInput } from './verb.ts';

/**
 * `gandan scan --layout layout.json FILES…`: what is marked on scanned pages, with doubts and unreadable pages told.
 * Doubt is a result, so it ends with 0; only a call that cannot be carried out is an error.
 */
export const run: Run = async ({ positionals, values, path }) => {
  const layouts = await readLayouts(values, path);
  const files = positionals.map(path);
  for (const file of files) await requireFile(file);
  const pages: Record<string, unknown>[] = [];
  const found: FoundSide[] = [];
  let problems = 0;
  for await (const page of readFiles(files, layouts)) {
    pages.push(...rowsOf(page));
    problems += page.reading.problems.length;
    found.push(...page.reading.sides.map((side) => ({ file: basename(page.path), at: page.page, side })));
  }
  const findings = batchFindings(found, layouts);
  const doubts = found.flatMap(({ side }) => side.questions.filter(needsPerson)).length;
  const questions = found.reduce((sum, { side }) => sum + side.questions.length, 0);
  return {
    sentence: {
      vi: [
        `Đã đọc ${found.length} mặt phiếu, ${questions} câu; ${doubts} câu cần người xem, ${problems} trang không đọc được.`,
        ...lines(pages, findings, 'vi'),
      ].join('\n'),
      en: [
        `${found.length} sides read, ${questions} questions; ${doubts} for a person, ${problems} pages unreadable.`,
        ...lines(pages, findings, 'en'),
      ].join('\n'),
    },
    data: { pages, findings },
  };
};

const needsPerson = ({ kind, state }: QuestionReading) =>
  state === 'doubt' || state === 'multiple' || (kind === 'single' && state === 'blank');

/** One row a side; a page without any has one row with its reason. */
function rowsOf({ path, page, reading }: FilePage): Record<string, unknown>[] {
  const place = { file: path, page };
  const [first] = reading.problems;
  const problems = reading.problems.length > 0 ? { problems: reading.problems } : {};
  if (reading.sides.length === 0) {
    return [{ ...place, readable: false, reason: first?.code, sentence: first?.sentence, ...problems }];
  }
  return reading.sides.map((side) => ({ ...place, readable: true, ...sideRow(side), ...problems }));
}

function sideRow({ sheet, layoutId, page, registration, questions, algorithm }: SideReading) {
  return {
    sheet: sheet.number,
    layout: layoutId,
    sheetPage: page,
    residualMm: registration.residualMm,
    registration,
    algorithm,
    questions: questions.map(({ question, kind, state, choices, confidence, reason, sentence, crops, boxes }) => ({
      question,
      kind,
      state,
      choices,
      confidence,
      reason,
      sentence,
      crops,
      boxes: boxes.map(({ choice, state: box, features }) => ({ choice, state: box, features })),
    })),
  };
}

function lines(
  pages: readonly Record<string, unknown>[],
  findings: readonly BatchFinding[],
  language: 'vi' | 'en',
): readonly string[] {
  const words = { vi: 'trang', en: 'page' }[language];
  const unreadable = pages.flatMap((row) => {
    const sentence = row.sentence as { vi: string; en: string } | undefined;
    return sentence === undefined
      ? []
      : [`  ${basename(String(row.file))} ${words} ${row.page}: ${sentence[language]}`];
  });
  return [...unreadable, ...findings.map(({ sentence }) => `  ${sentence[language]}`)];
}

/** One layout map, or several with commas between them: a stack may hold sheets, slips and minutes. */
async function readLayouts(values: VerbInput['values'], path: VerbInput['path']): Promise<readonly LayoutMap[]> {
  const { layout } = values;
  if (typeof layout !== 'string' || layout === '') {
    throw invalidField('layout', 'cli.layout', {
      vi: 'Hãy nêu bản đồ ô của mẫu bằng --layout layout.json (do "questionnaire compile" ghi ra).',
      en: 'Name the form’s layout map with --layout layout.json (as "questionnaire compile" writes it).',
    });
  }
  return Promise.all(layout.split(',').map((file) => readLayout(path(file.trim()))));
}

async function readLayout(file: string): Promise<LayoutMap> {
  await requireFile(file);
  const map = await readFile(file, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => undefined);
  if (isLayoutMap(map)) return map;
  throw new DomainError('invalid', 'cli.layout', {
    vi: `Tệp ${basename(file)} không phải bản đồ ô (layout.json). Hãy dùng tệp do "questionnaire compile" ghi ra.`,
    en: `${basename(file)} is no layout map (layout.json). Use the file that "questionnaire compile" writes.`,
  });
}

function isLayoutMap(value: unknown): value is LayoutMap {
  if (typeof value !== 'object' || value === null) return false;
  const { layoutId, pageSize, pages } = value as Partial<LayoutMap>;
  if (typeof layoutId !== 'string' || typeof pageSize?.w !== 'number' || !Array.isArray(pages)) return false;
  return pages.every((page) => [page?.marks, page?.qr, page?.fields].every(Array.isArray));
}

async function requireFile(file: string): Promise<void> {
  const info = await stat(file).catch(() => undefined);
  if (info?.isFile() === true) return;
  throw invalidField('file', 'cli.file', {
    vi: `Không có tệp ${file}. Hãy kiểm tra lại tên và thư mục.`,
    en: `There is no file ${file}. Check its name and folder.`,
  });
}
