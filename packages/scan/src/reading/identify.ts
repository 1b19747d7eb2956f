import type { LayoutMap, LayoutPage } from '@gandan/domain/questionnaires';
import { parsePaperPayload } from '@gandan/domain/sheets';
import type { FoundCode } from './codes.ts';
import type { PageProblem, SheetIdentity } from './page-reading.ts';
import { problem } from './problems.ts';

/** A side that a picture shows, by its codes. */
export interface IdentifiedSide {
  readonly sheet: SheetIdentity;
  readonly layout: LayoutMap;
  readonly page: LayoutPage;
  readonly codes: readonly FoundCode[];
}

/** What a code of ours says. */
export interface CodeContent {
  readonly layoutId: string;
  readonly sheet: SheetIdentity;
  readonly page: number;
}

/** What one of our codes says; null for other people's, and for a number that does not pass its check. */
export function readPayload(text: string): CodeContent | null {
  const payload = parsePaperPayload(text);
  if (payload === null) return null;
  const { kind, layoutId, page } = payload;
  if (kind === 'sheet') return { layoutId, page, sheet: { kind, number: payload.number.text } };
  return { layoutId, page, sheet: { kind, number: kind === 'slip' ? payload.token : payload.code } };
}

/** Which sides the codes belong to, and what is wrong with those that belong to none. */
export function identify(
  codes: readonly FoundCode[],
  layouts: readonly LayoutMap[],
): { readonly sides: readonly IdentifiedSide[]; readonly problems: readonly PageProblem[] } {
  const upright = codes.filter(({ mirrored }) => !mirrored);
  const read = upright.flatMap((code) => {
    const content = readPayload(code.text);
    return content === null ? [] : [{ code, content }];
  });
  if (read.length === 0) return { sides: [], problems: [nothingOfOurs(codes, upright)] };
  const groups = [...Map.groupBy(read, ({ code }) => code.text).values()];
  const sides: IdentifiedSide[] = [];
  const problems: PageProblem[] = [];
  for (const group of groups) {
    const content = group[0]?.content;
    if (content === undefined) continue;
    const layout = layouts.find(({ layoutId }) => layoutId === content.layoutId);
    const page = layout?.pages.find((one) => one.page === content.page);
    if (layout === undefined) problems.push(problem('layout.unknown', content.sheet.number, content.layoutId));
    else if (page === undefined) problems.push(problem('layout.page', content.sheet.number, String(content.page)));
    else sides.push({ sheet: content.sheet, layout, page, codes: group.map(({ code }) => code) });
  }
  if (isStack(groups.length, sides)) {
    const numbers = [...new Set(groups.map((group) => group[0]?.content.sheet.number ?? ''))];
    return { sides: [], problems: [problem('sheets.several', numbers.join(', '))] };
  }
  return { sides, problems };
}

/** Several sheets in one picture, where one belongs: their marks would be taken for each other's. */
function isStack(groups: number, sides: readonly IdentifiedSide[]): boolean {
  const slips = sides.length > 0 && sides.every(({ layout }) => layout.paper === 'a5x2');
  if (groups > (slips ? 2 : 1)) return true;
  return sides.some(({ codes, page }) => codes.length > page.qr.length);
}

function nothingOfOurs(codes: readonly FoundCode[], upright: readonly FoundCode[]): PageProblem {
  const [foreign] = upright;
  if (foreign !== undefined) {
    return /^GD\d*:/.test(foreign.text) ? problem('code.misread', foreign.text) : problem('code.foreign');
  }
  return codes.length > 0 ? problem('code.mirrored') : problem('code.none');
}
