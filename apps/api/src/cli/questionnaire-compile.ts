import { basename } from 'node:path';
import { DomainError, invalidField, type Sentence } from '@gandan/domain/errors';
import {
  PAPER_LAYOUTS,
  type PaperLayout,
  type QuestionnaireModel,
  type ReadForm,
  type ReportRow,
} from '@gandan/domain/questionnaires';
import { readFormFile } from '../questionnaires/files/read-form.ts';
import { compilePrintable, type LeftOut, type PrintablePart } from '../questionnaires/printable.ts';
import { readFormBytes } from './read-file.ts';
import type { Run, VerbInput } from './verb.ts';
import { writeFolder } from './write-folder.ts';

/** One line of lint.json: of reading (`sheet`, `row`, `column`) or of laying out (`path`, and its row when it has one). */
type Finding = { readonly level: string; readonly sentence: Sentence } & Partial<
  Omit<ReportRow, 'level' | 'sentence'>
> & {
    readonly path?: string;
  };

/** `gandan questionnaire compile FILE --out DIR`: a form of a file as template PDF, layout map and findings. */
export const run: Run = async ({ positionals: [file = ''], values, path }) => {
  const out = outFolder(values, path);
  const read = await orLint(out, file, () => readInto(path(file), values));
  const part: PrintablePart =
    read.model === null ? { form: null, findings: [] } : await compilePrintable(read.model, 1);
  const { form } = part;
  const findings = allFindings(read, part);
  const lint = {
    file: basename(file),
    template: form !== null,
    layout: form === null ? null : { layoutId: form.layout.layoutId, sides: form.layout.pages.length },
    findings,
  };
  await writeFolder(out, {
    'template.pdf': form?.templatePdf ?? null,
    'layout.json': form === null ? null : json(form.layout),
    'lint.json': json(lint),
  });
  if (form === null) throw nothingPrinted(findings);
  const counts = countLevels(findings);
  return {
    sentence: {
      vi: `Đã ghi template.pdf (${form.layout.pages.length} trang), layout.json và lint.json vào ${out}: ${counts.error} lỗi, ${counts.warning} cảnh báo, ${counts.info} ghi chú.`,
      en: `template.pdf (${form.layout.pages.length} sides), layout.json and lint.json are in ${out}: ${counts.error} errors, ${counts.warning} warnings, ${counts.info} notes.`,
    },
    data: { ...lint, out },
  };
};

function outFolder(values: VerbInput['values'], path: VerbInput['path']): string {
  const { out } = values;
  if (typeof out === 'string' && out !== '') return path(out);
  throw invalidField('out', 'cli.out', {
    vi: 'Hãy nêu thư mục để ghi bằng --out THƯ_MỤC.',
    en: 'Name the folder to write to with --out DIR.',
  });
}

async function readInto(path: string, values: VerbInput['values']): Promise<ReadForm> {
  const layout = layoutOf(values.layout);
  const read = await readFormFile(await readFormBytes(path), basename(path));
  if (read.model === null) return read;
  const model: QuestionnaireModel = {
    ...read.model,
    ...(layout === undefined ? {} : { paper: layout }),
    ...(values.bilingual === true ? { bilingual: true } : {}),
  };
  return { ...read, model };
}

function layoutOf(value: string | boolean | undefined): PaperLayout | undefined {
  if (value === undefined) return undefined;
  const layout = PAPER_LAYOUTS.find((one) => one === value);
  if (layout !== undefined) return layout;
  throw invalidField('layout', 'cli.layout', {
    vi: `Khổ giấy “${String(value)}” không có. Hãy chọn một trong: ${PAPER_LAYOUTS.join(', ')}.`,
    en: `There is no layout “${String(value)}”. Choose one of: ${PAPER_LAYOUTS.join(', ')}.`,
  });
}

/** A file that cannot be read at all leaves its reason in lint.json too. */
async function orLint(out: string, file: string, read: () => Promise<ReadForm>): Promise<ReadForm> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code.startsWith('cli.')) throw error;
    const own = error.places.map(({ path, sentence }) => ({
      level: 'error',
      sentence,
      ...(path === undefined ? {} : { path }),
    }));
    const findings = own.length > 0 ? own : [{ level: 'error', construct: error.code, sentence: error.sentence }];
    const lint = { file: basename(file), template: false, layout: null, findings };
    await writeFolder(out, { 'template.pdf': null, 'layout.json': null, 'lint.json': json(lint) });
    throw error;
  }
}

function allFindings({ report, places }: ReadForm, { findings }: PrintablePart): Finding[] {
  return [...report, ...findings.map((finding) => withRow(finding, places))];
}

function withRow(finding: LeftOut, places: ReadForm['places']): Finding {
  const place =
    places.get(/^items\.\d+\.items\.\d+/u.exec(finding.path)?.[0] ?? '') ??
    places.get(/^items\.\d+/u.exec(finding.path)?.[0] ?? '');
  return { ...finding, ...(place ?? {}) };
}

function countLevels(findings: readonly Finding[]) {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

function nothingPrinted(findings: readonly Finding[]): DomainError {
  const errors = findings.filter(({ level }) => level === 'error');
  const first = errors[0]?.sentence;
  return new DomainError(
    'invalid',
    'questionnaire.nothing-printed',
    {
      vi: `Không in được phiếu nào từ tệp này. ${first?.vi ?? ''} Các lỗi nằm trong lint.json.`,
      en: `Nothing of this file could be printed. ${first?.en ?? ''} The findings are in lint.json.`,
    },
    errors.map(({ sentence, row, column }) => ({
      sentence,
      ...(typeof row === 'number' ? { row } : {}),
      ...(typeof column === 'string' ? { column } : {}),
    })),
  );
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
