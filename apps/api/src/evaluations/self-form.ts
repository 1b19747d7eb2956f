import { yearFacts } from '@gandan/db/evaluations';
import { insertPrintFiles } from '@gandan/db/meetings';
import { listCadres } from '@gandan/db/people';
import { findTemplateOf } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { conflict, found } from '@gandan/domain/errors';
import { computeIndicators, requireYearBegun, type SelfFormView, selfFormFigures } from '@gandan/domain/evaluations';
import { communeOf, require } from '@gandan/domain/policy';
import { printSelfForms } from '@gandan/print/evaluations';
import type { StoredForm } from '@gandan/print/packet';
import { z } from 'zod';
import type { Deps } from '../frame/deps.ts';
import type { RunningJob } from '../jobs/jobs.ts';
import { publishedForm } from '../meetings/print-forms.ts';
import { cadreOfYear, isOfYear, officeOf } from './record.ts';
import { findToPrint } from './service.ts';

const Params = z.object({ year: z.number().int() });

/** The form of one cadre with the figures of his year so far, to be drawn after the transaction. */
export async function selfForm(work: Work, year: number, id: string) {
  const { cadreId } = await findToPrint(work, year, id);
  return { form: await formOf(work), view: await selfFormView(work, year, cadreId) };
}

/** Starts the job that prints the forms of all cadres of the year as one file. */
export async function startSelfForms(deps: Pick<Deps, 'jobs'>, work: Work, year: number): Promise<string> {
  require(work.actor, 'evaluations.print');
  requireYearBegun(year, work.today);
  const cadres = await cadresToPrint(work, year);
  await formOf(work);
  if (cadres.length === 0) throw noCadres(year);
  const jobId = await deps.jobs.start(work, 'print-self-forms', { year }, cadres.length);
  await work.audit('evaluations.print-self-forms', jobId, { year, cadres: cadres.length });
  return jobId;
}

/** Reads each cadre's figures, draws the forms, keeps the file; picked up again it begins anew, as nothing is numbered. */
export async function printSelfFormsOfYear(deps: Pick<Deps, 'files'>, job: RunningJob): Promise<void> {
  const { year } = Params.parse(job.params);
  await job.phase('drawing');
  const { form, cadreIds, madeAt } = await job.run(async (work) => {
    const cadres = await cadresToPrint(work, year);
    return { form: await formOf(work), cadreIds: cadres.map((cadre) => cadre.id), madeAt: work.now };
  });
  const views: SelfFormView[] = [];
  for (const cadreId of cadreIds) {
    job.signal.throwIfAborted();
    views.push(await job.run((work) => selfFormView(work, year, cadreId)));
    await job.progress(views.length, cadreIds.length);
  }
  const pdf = await printSelfForms(views, form, madeAt);
  await job.phase('storing');
  const kept = await deps.files.keep(pdf);
  await job.run(async (work) => {
    const fileId = await deps.files.add(work, `Phiếu tự đánh giá ${year}.pdf`, 'application/pdf', kept);
    const sides = Math.ceil(form.layout.pages.length / 2) * 2;
    const what = { pages: views.length * sides, sheets: views.length };
    await insertPrintFiles(work.trx, [{ communeId: job.communeId, jobId: job.id, seq: 0, fileId, ...what }]);
    await job.finish(work, { fileId, bytes: kept.size });
  });
}

/** All cadres of the year; whoever may not print one of them prints none. */
async function cadresToPrint(work: Work, year: number) {
  const communeId = communeOf(work);
  const cadres = (await listCadres(work.trx, communeId)).filter((cadre) => isOfYear(cadre, year));
  for (const { id: cadreId } of cadres) require(work.actor, 'evaluations.print', { communeId, cadreId });
  return cadres;
}

async function selfFormView(work: Work, year: number, cadreId: string): Promise<SelfFormView> {
  const { code, name, post, department } = await cadreOfYear(work, cadreId, year);
  const communeId = communeOf(work);
  const facts = await yearFacts(work.trx, { communeId, cadreId, year, asOf: work.today });
  const { superiorName, issuerName } = await officeOf(work);
  return {
    office: { superiorName, issuerName },
    cadre: { code, name, post, department },
    year,
    figures: selfFormFigures(facts, computeIndicators(facts)),
  };
}

async function formOf(work: Work): Promise<StoredForm> {
  const name = await publishedForm(work, 'self-assessment');
  if (name === undefined) throw noForm();
  const row = await findTemplateOf(work.trx, communeOf(work), name.questionnaireId, name.version, name.layoutId);
  const { map, templatePdf } = found(row, { vi: 'mẫu phiếu tự đánh giá', en: 'self-assessment form' });
  return { layout: map, templatePdf };
}

const noForm = () =>
  conflict('evaluation.no-self-form', {
    vi: 'Chưa có mẫu phiếu tự đánh giá nào được phát hành. Hãy phát hành mẫu ở trang Mẫu phiếu.',
    en: 'No self-assessment form is published yet. Publish one on the page of questionnaires.',
  });

const noCadres = (year: number) =>
  conflict('evaluation.no-cadres', {
    vi: `Năm ${year} chưa có cán bộ nào công tác tại đây nên không có phiếu để in.`,
    en: `No cadre was in office here in ${year}, so there is no form to print.`,
  });
