import type { LayoutMap } from '@gandan/domain/questionnaires';
import { type GreyImage, percentile, samplePatch } from '../image/index.ts';
import { type FoundCode, findCodes } from './codes.ts';
import { ALGORITHM, BLANK_SHARE, OTHER_HALF, OUTLINE } from './constants.ts';
import { type IdentifiedSide, identify, readPayload } from './identify.ts';
import { measurePage } from './measure-page.ts';
import type { PageProblem, PageReading, SideReading } from './page-reading.ts';
import { problem } from './problems.ts';
import { readQuestions } from './questions.ts';
import { type Registration, register } from './register.ts';

/**
 * Reads a picture of paper: codes → whose sheet → how it lies → ink in the boxes → answers. Pure: the same picture and
 * layouts give the same reading. Whatever cannot be read comes back as a problem with its sentence, never as a throw.
 */
export async function readPage(image: GreyImage, layouts: readonly LayoutMap[]): Promise<PageReading> {
  if (isBlank(image)) return { sides: [], problems: [problem('page.blank')] };
  const codes = await findCodes(image, (found) => isEnough(found, layouts));
  return readSides(image, codes, layouts);
}

/** The same when the codes are already known. */
export function readSides(image: GreyImage, codes: readonly FoundCode[], layouts: readonly LayoutMap[]): PageReading {
  const { sides, problems } = identify(codes, layouts);
  const read = sides.map((side) => readSide(image, side, sides.length + problems.length === 1));
  return {
    sides: read.flatMap((result) => (result.reading === null ? [] : [result.reading])),
    problems: [...problems, ...read.flatMap((result) => result.problems)],
  };
}

interface SideResult {
  readonly reading: SideReading | null;
  readonly problems: readonly PageProblem[];
}

/** `alone`: no other side of this picture is known of, so there may be one that nobody has seen. */
function readSide(image: GreyImage, { sheet, layout, page, codes }: IdentifiedSide, alone: boolean): SideResult {
  const failed = { reading: null, problems: [problem('registration.failed', sheet.number)] };
  const registration = register(image, codes, page, layout.pageSize);
  if (registration === null) return failed;
  const measured = measurePage(image, registration, page, layout.pageSize);
  // Marks alone can be fooled; a page whose boxes are not where they should be was not found.
  const believable = measured.outlines.size < 4 ? registration.marks >= 3 : measured.seen >= OUTLINE.leastSeen;
  if (!believable) return failed;
  const reading: SideReading = {
    algorithm: ALGORITHM,
    sheet,
    layoutId: layout.layoutId,
    page: page.page,
    registration: {
      residualMm: Math.round(measured.residualMm * 1000) / 1000,
      marks: registration.marks,
      codes: registration.codes,
      outlines: Math.round(measured.seen * 1000) / 1000,
      curled: measured.curled,
      dpi: Math.round(registration.scale * 25.4),
    },
    questions: readQuestions(image, measured, page, layout.pageSize),
  };
  const half = alone && layout.paper === 'a5x2' && hasUnreadNeighbour(image, registration, layout);
  return { reading, problems: half ? [problem('sheets.half', sheet.number)] : [] };
}

/** No code is sought in a page without ink: each search of an empty page goes through all its attempts. */
function isBlank({ data }: GreyImage): boolean {
  const white = percentile(data, 0.75, 7);
  let dark = 0;
  for (let at = 0; at < data.length; at += 7) if ((data[at] as number) < white * 0.6) dark += 1;
  return dark * 7 < data.length * BLANK_SHARE;
}

/** One code of ours is enough to know the page; an A4 of two slips has two to find. */
function isEnough(codes: readonly FoundCode[], layouts: readonly LayoutMap[]): boolean {
  const ours = codes.filter(({ mirrored }) => !mirrored).flatMap(({ text }) => readPayload(text) ?? []);
  const [first] = ours;
  if (first === undefined) return codes.some(({ mirrored }) => mirrored);
  const layout = layouts.find(({ layoutId }) => layoutId === first.layoutId);
  return layout?.paper !== 'a5x2' || new Set(ours.map(({ sheet }) => sheet.number)).size > 1;
}

/** Whether there is print left or right of a slip. */
function hasUnreadNeighbour(image: GreyImage, { mapping }: Registration, { pageSize }: LayoutMap): boolean {
  const { w, h } = pageSize;
  return [-w, w].some((x) => {
    const middle = mapping(x + w / 2, h / 2);
    if (middle.x < 0 || middle.y < 0 || middle.x >= image.width || middle.y >= image.height) return false;
    const { data } = samplePatch(image, mapping, { x, y: 0, w, h }, 2);
    const white = percentile(data, 0.75);
    let dark = 0;
    for (const value of data) if (value < white * OTHER_HALF.darkerThan) dark += 1;
    return dark > data.length * OTHER_HALF.dark;
  });
}
