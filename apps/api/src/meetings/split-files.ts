import type { Work } from '@gandan/db/work';
import { formatDate, type PlainDate } from '@gandan/domain/calendar';
import { halfYearOf, halfYearWords, type PacketView, slipCount } from '@gandan/domain/meetings';
import type { FormName, PlannedFile, PlannedPacket } from './planned-print.ts';
import type { Numbered, Sheet } from './print.ts';
import type { PrintForms } from './print-forms.ts';
import { leftOut, type PrintRequest } from './print-request.ts';

interface Around {
  readonly office: PacketView['office'];
  readonly forms: PrintForms;
  readonly request: PrintRequest;
  readonly work: Pick<Work, 'now' | 'today'>;
}

/** The sheets of a meeting that are stamped on one form. */
interface Part {
  readonly of: Numbered;
  readonly form: FormName;
  /** Sheets that were printed on another form before (large letters) go by themselves, without the papers around. */
  readonly main: boolean;
  readonly kept: readonly Sheet[];
}

/**
 * Which papers lie in which file: one of everything, one a hamlet or one a group, as asked. A stack of paper with two
 * forms in it would be handed out wrongly, so each form has a file of its own.
 */
export function splitFiles(numbered: readonly Numbered[], around: Around): readonly PlannedFile[] {
  const parts = numbered.flatMap(partsOf);
  const bundles = Map.groupBy(parts, (part) => `${bundleOf(part.of, around.request)} ${part.form.layoutId}`);
  return [...bundles.values()].map((bundle) => plannedFile(bundle, around));
}

function bundleOf({ meeting }: Numbered, { files }: PrintRequest): string {
  if (files === 'group') return meeting.id;
  return files === 'hamlet' ? meeting.hamletId : '';
}

function partsOf(of: Numbered): readonly Part[] {
  const kept = new Set(of.plan.kept);
  const byLayout = Map.groupBy(
    of.sheets.filter((sheet) => kept.has(sheet.number)),
    (sheet) => sheet.layoutId,
  );
  const main = { of, form: of.form, main: true, kept: byLayout.get(of.form.layoutId) ?? [] };
  byLayout.delete(of.form.layoutId);
  const others = [...byLayout].map(([layoutId, sheets]) => {
    return { of, form: { ...of.form, layoutId }, main: false, kept: sheets };
  });
  const isEmpty = main.kept.length + of.fresh.length === 0 && others.length > 0;
  return isEmpty ? others : [main, ...others];
}

function plannedFile(parts: readonly Part[], around: Around): PlannedFile {
  const { forms, work } = around;
  const [first] = parts;
  const printed = parts.flatMap(({ of, main, kept }) => [
    ...kept.map((sheet) => sheet.printedAt.getTime()),
    ...(main && of.fresh.length > 0 ? [work.now.getTime()] : []),
  ]);
  const printedAt = printed.length === 0 ? work.now : new Date(Math.max(...printed));
  const sheet: FormName = nameOnly(first?.form);
  const isMain = first?.main === true;
  return {
    name: fileName(parts, around),
    forms: {
      sheet,
      ...(isMain && forms.slip !== undefined ? { slip: nameOnly(forms.slip) } : {}),
      ...(isMain && forms.minutes !== undefined ? { minutes: nameOnly(forms.minutes) } : {}),
    },
    printedAt: printedAt.toISOString(),
    packets: parts.map((part) => plannedPacket(part, around)),
  };
}

function nameOnly(form: FormName | undefined): FormName {
  const { questionnaireId = '', version = 0, layoutId = '' } = form ?? {};
  return { questionnaireId, version, layoutId };
}

/** The papers of a meeting as data: drawn from this, they are the same however often they are drawn. */
function plannedPacket({ of, main, kept }: Part, { office, forms, request }: Around): PlannedPacket {
  const { meeting, cadres, households } = of;
  const fresh = main ? of.fresh : [];
  const homes = new Map(households.map((household) => [household.id, household]));
  const order = new Map(households.map((household, index) => [household.id, index]));
  const sheets = [
    ...kept.map(({ number, householdId, householdCode, headName, address }) => {
      return { householdId, sheet: { number, householdCode, headName, address } };
    }),
    ...fresh.map(({ number, householdId }) => {
      const { code = '', headName = '', address = '' } = homes.get(householdId) ?? {};
      return { householdId, sheet: { number, householdCode: code, headName, address } };
    }),
  ].sort((left, right) => (order.get(left.householdId) ?? 0) - (order.get(right.householdId) ?? 0));
  const { headName, deputyName, heldOn, place } = meeting;
  const period = halfYearOf(heldOn);
  // A slip asks about the cadre in charge; where nobody is, there is nothing to ask.
  const slips = main && forms.slip !== undefined && cadres.length > 0 ? slipCount(households.length) : 0;
  const leaveOut = main ? leftOut(request) : (['lists', 'minutes', 'tally'] as const);
  return {
    meeting: { year: meeting.year, id: meeting.id, groupId: meeting.groupId },
    slips: slips === 0 ? null : { count: slips, period },
    fresh,
    view: {
      office,
      hamletName: meeting.hamletName,
      group: { code: meeting.groupCode, name: meeting.groupName, headName, deputyName },
      meeting: { heldOn, place },
      cadreNames: cadres.map((cadre) => cadre.name),
      sheets: sheets.map(({ sheet }) => sheet),
      ...(slips === 0 ? {} : { slipPeriod: halfYearWords(period).vi }),
      ...(leaveOut.length === 0 ? {} : { leaveOut }),
    },
  };
}

/** `Phiếu Tổ số 1, Ấp Mẫu 12-11-2026.pdf`, or `Phiếu 94 kỳ họp 10-11-2026.pdf`. */
function fileName(parts: readonly Part[], { request, work }: Around): string {
  const [first] = parts;
  const day = (date: PlainDate) => formatDate(date).replaceAll('/', '-');
  const what = request.sheets !== undefined || request.again === true ? 'Phiếu in lại' : 'Phiếu';
  const isOwn = first?.main === true && request.paper !== 'large';
  const form = isOwn ? '' : first?.main === true ? ', chữ lớn' : `, mẫu ${first?.form.layoutId ?? ''}`;
  if (first === undefined || (parts.length > 1 && request.files !== 'hamlet')) {
    return `${what} ${parts.length} kỳ họp ${day(work.today)}${form}.pdf`;
  }
  const { groupName, hamletName, heldOn } = first.of.meeting;
  if (parts.length > 1) return `${what} ${hamletName}, ${parts.length} kỳ họp ${day(work.today)}${form}.pdf`;
  return `${what} ${groupName}, ${hamletName} ${day(heldOn)}${form}.pdf`;
}
