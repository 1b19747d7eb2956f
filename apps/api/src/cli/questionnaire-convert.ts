import { basename, extname } from 'node:path';
import { DomainError, invalidField } from '@gandan/domain/errors';
import type { QuestionnaireModel, ReportRow } from '@gandan/domain/questionnaires';
import { readFormFile } from '../questionnaires/files/read-form.ts';
import { formCsv, formWorkbook } from '../questionnaires/files/write-form.ts';
import { readFormBytes } from './read-file.ts';
import type { Run } from './verb.ts';
import { writeOut } from './write-out.ts';

/** `gandan questionnaire convert IN OUT`: XLSForm ⇄ the model as JSON; what is not carried is told on stderr. */
export const run: Run = async ({ positionals: [from = '', to = ''], values, path }) => {
  const write = WRITERS[extname(to).toLowerCase()];
  if (write === undefined) {
    throw invalidField('out', 'cli.out', {
      vi: 'Tệp ghi ra phải có đuôi .xlsx, .csv hoặc .json.',
      en: 'The file to write must end in .xlsx, .csv or .json.',
    });
  }
  const { model, report } = await readFormFile(await readFormBytes(path(from)), basename(from));
  if (values.json !== true) for (const row of report) process.stderr.write(`${inWords(row)}\n`);
  if (model === null) throw nothingRead(report);
  await writeOut(path(to), await write(model));
  return {
    sentence: {
      vi: `Đã ghi ${basename(to)}: ${model.items.length} mục, ${report.length} điều cần xem.`,
      en: `${basename(to)} is written: ${model.items.length} items, ${report.length} findings.`,
    },
    data: { out: path(to), items: model.items.length, report },
  };
};

const WRITERS: Readonly<Record<string, (model: QuestionnaireModel) => Uint8Array | Promise<Uint8Array>>> = {
  '.xlsx': formWorkbook,
  '.csv': (model) => Buffer.from(formCsv(model)),
  '.json': (model) => Buffer.from(`${JSON.stringify(model, null, 2)}\n`),
};

const LEVELS = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Ghi chú' } as const;

function inWords({ level, sheet, row, column, sentence }: ReportRow): string {
  const place = [sheet, row === null ? '' : `dòng ${row}`, column === null ? '' : `cột “${column}”`]
    .filter(Boolean)
    .join(', ');
  return `${LEVELS[level]} (${place}): ${sentence.vi}`;
}

function nothingRead(report: readonly ReportRow[]): DomainError {
  const first = report.find(({ level }) => level === 'error')?.sentence;
  return new DomainError('invalid', 'questionnaire.nothing-read', {
    vi: first?.vi ?? 'Không đọc được câu nào từ tệp này.',
    en: first?.en ?? 'No question of this file could be read.',
  });
}
