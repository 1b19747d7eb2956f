import { DomainError } from '@gandan/domain/errors';
import type { SelfFormView } from '@gandan/domain/evaluations';
import type { LayoutMap, LayoutSlot } from '@gandan/domain/questionnaires';
import { formatPaperPayload, paperCode } from '@gandan/domain/sheets';
import type { StoredForm } from '../packet/index.ts';
import { fitText, MemorySink, type StampedLine, type StampedPage, StampWriter } from '../stamp/index.ts';

/**
 * The self-assessment forms of these cadres as one PDF, each with its figures filled in and beginning on a front side.
 * A text that does not fit its place is a `DomainError` that names the cadre.
 */
export async function selfFormsPdf(
  views: readonly SelfFormView[],
  { templatePdf, layout }: StoredForm,
  createdAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const pages = views.flatMap((view) => pagesOf(view, layout));
  const sink = new MemorySink();
  const [first] = views;
  const title =
    views.length === 1 ? `Phiếu tự đánh giá ${first?.year}, ${first?.cadre.name}` : `Phiếu tự đánh giá ${first?.year}`;
  const writer = await StampWriter.open(sink, { title, createdAt }, [templatePdf]);
  const sides = Math.ceil(layout.pages.length / 2) * 2;
  for (const [index, page] of pages.entries()) {
    if (index % sides === 0) writer.bookmark(views[index / sides]?.cadre.name ?? '');
    writer.page(page);
  }
  writer.finish();
  return new Uint8Array(sink.bytes());
}

function pagesOf(view: SelfFormView, layout: LayoutMap): readonly StampedPage[] {
  const texts = textsOf(view, layout);
  const pages: StampedPage[] = layout.pages.map((page) => ({
    template: page.page - 1,
    lines: page.slots.flatMap((slot) => linesOf(view, texts[slot.id.split('.')[0] ?? ''] ?? '', slot, layout)),
    qr: {
      payload: formatPaperPayload(layout.layoutId, paperCode(view.cadre.code, String(view.year)), page.page),
      places: page.qr,
    },
  }));
  return pages.length % 2 === 0 ? pages : [...pages, { template: null, lines: [] }];
}

function textsOf({ office, cadre, year, figures }: SelfFormView, layout: LayoutMap): Readonly<Record<string, string>> {
  return {
    superior: office.superiorName.toLocaleUpperCase('vi'),
    issuer: office.issuerName.toLocaleUpperCase('vi'),
    cadreName: cadre.name,
    post: cadre.post,
    department: cadre.department ?? '',
    year: String(year),
    number: `${cadre.code}/${year}`,
    figGroups: figures.groups,
    figHouseholds: figures.households,
    figMeetings: figures.meetings,
    figVisits: figures.visits,
    figPetitions: figures.petitions,
    figFeedback: figures.feedback,
    edition: `Mẫu ${layout.layoutId} · bản ${layout.questionnaire.version}`,
  };
}

function linesOf(view: SelfFormView, text: string, slot: LayoutSlot, layout: LayoutMap): readonly StampedLine[] {
  const lines = fitText(text, slot, layout.pageSize.h);
  if (lines !== null) return lines;
  const sentence = {
    vi: `Cán bộ ${view.cadre.name}: “${text}” dài quá chỗ trên phiếu tự đánh giá. Hãy ghi ngắn lại rồi in.`,
    en: `Cadre ${view.cadre.name}: “${text}” is too long for its place on the self-assessment form. Shorten it, then print.`,
  };
  throw new DomainError('invalid', 'packet.not-printable', sentence, [{ path: view.cadre.code, sentence }]);
}
