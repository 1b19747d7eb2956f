import { findPublished, findTemplate } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { conflict, found } from '@gandan/domain/errors';
import { communeOf } from '@gandan/domain/policy';
import type { PaperLayout } from '@gandan/domain/questionnaires';
import { layoutFor } from '../questionnaires/layout-for.ts';
import type { FormName } from './planned-print.ts';
import { leftOut, type PrintRequest } from './print-request.ts';

/** A form by its name and the paper that it is laid out for. */
export interface PrintForm extends FormName {
  readonly paper: PaperLayout;
}

/** The forms that a print is stamped on. */
export interface PrintForms {
  /** Of a meeting's sheets. */
  sheet(meeting: { readonly questionnaireId: string; readonly questionnaireVersion: number }): PrintForm;
  readonly slip: PrintForm | undefined;
  readonly minutes: PrintForm | undefined;
}

/** Finds the form of every meeting and of the papers around the sheets; lays the large print out when it is new. */
export async function printForms(
  work: Work,
  request: PrintRequest,
  planned: readonly { readonly meeting: { questionnaireId: string; questionnaireVersion: number } }[],
): Promise<PrintForms> {
  const paper = request.paper === 'large' ? 'large' : undefined;
  const known = new Map<string, PrintForm>();
  for (const { meeting } of planned) {
    const { questionnaireId, questionnaireVersion: version } = meeting;
    const key = `${questionnaireId} ${version}`;
    if (known.has(key)) continue;
    const { layoutId, map } = found(await layoutFor(work, questionnaireId, version, paper), {
      vi: 'mẫu in của phiếu',
      en: 'printed form of the questionnaire',
    });
    known.set(key, { questionnaireId, version, layoutId, paper: map.paper ?? 'a4' });
  }
  const slip = request.papers?.slips === true ? await publishedForm(work, 'feedback') : undefined;
  if (request.papers?.slips === true && slip === undefined) throw noSlipForm();
  return {
    sheet: (meeting) => found(known.get(`${meeting.questionnaireId} ${meeting.questionnaireVersion}`), SHEET_FORM),
    slip,
    minutes: leftOut(request).includes('minutes') ? undefined : await publishedForm(work, 'minutes'),
  };
}

/** The form in force of a shipped questionnaire, found by its code. */
export async function publishedForm(work: Work, code: string): Promise<PrintForm | undefined> {
  const communeId = communeOf(work);
  const row = await findPublished(work.trx, communeId, code);
  if (row === undefined) return undefined;
  const template = await findTemplate(work.trx, communeId, row.id, row.version);
  if (template === undefined) return undefined;
  const { layoutId, map } = template;
  return { questionnaireId: row.id, version: row.version, layoutId, paper: map.paper ?? 'a4' };
}

const SHEET_FORM = { vi: 'mẫu in của phiếu', en: 'printed form of the questionnaire' };

const noSlipForm = () =>
  conflict('print.no-slip-form', {
    vi: 'Chưa có mẫu phiếu góp ý nào được phát hành nên chưa in được phiếu góp ý. Hãy phát hành mẫu trước.',
    en: 'No feedback slip is published yet, so slips cannot be printed. Publish its form first.',
  });
