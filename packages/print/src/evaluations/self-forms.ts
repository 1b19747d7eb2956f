import type { SelfFormView } from '@gandan/domain/evaluations';
import { paperCode } from '@gandan/domain/sheets';
import { officialName, type SheetRow, type StoredForm, writeSheets } from '../sheets/index.ts';
import { MemorySink } from '../stamp/index.ts';

/**
 * The self-assessment forms of these cadres as one PDF, each with its figures filled in and beginning on a front side.
 * Texts that do not fit their place, or cannot be printed, are a `DomainError` that names the cadres.
 */
export async function selfFormsPdf(
  views: readonly SelfFormView[],
  form: StoredForm,
  createdAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = views;
  const named = views.length === 1 ? `, ${first?.cadre.name}` : '';
  const sink = new MemorySink();
  await writeSheets(sink, form, views.map(rowOf), {
    createdAt,
    title: `Phiếu tự đánh giá ${first?.year}${named}`,
    belongsTo: ({ cadre }) => [`${cadre.name} (${cadre.code})`],
    owner: ({ cadre }) => ({ vi: `Cán bộ ${cadre.name}`, en: `Cadre ${cadre.name}` }),
  });
  return new Uint8Array(sink.bytes());
}

function rowOf({ office, cadre, year, figures }: SelfFormView): SheetRow & Pick<SelfFormView, 'cadre'> {
  return {
    cadre,
    number: paperCode(cadre.code, String(year)),
    texts: {
      superior: officialName(office.superiorName),
      issuer: officialName(office.issuerName),
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
    },
  };
}
