import { DomainError } from '@gandan/domain/errors';
import { PAPER_LAYOUTS, type PaperLayout } from '@gandan/domain/questionnaires';

/**
 * Geometry of one side of a sheet in millimetres, origin top left. One place for every measure that the eye, the pen, the
 * scanner or the printer cares about; a change here gives new layouts, papers already printed keep theirs.
 */
export interface Profile {
  readonly paper: PaperLayout;
  readonly page: { readonly w: number; readonly h: number };
  /** Where questions stand on later sides: clear of the marks and of both QR codes' quiet zones. */
  readonly content: { readonly x: number; readonly w: number; readonly top: number; readonly bottom: number };
  /** Solid corner squares. */
  readonly cornerMark: { readonly side: number; readonly inset: number };
  /** Edge marks at one and two thirds of the height, one a side: never at the half, where a fold would hide them. */
  readonly edgeMark: { readonly side: number; readonly inset: number };
  /** 25 modules of 0.8 mm: the least that office scanners at 150 dpi read; top right and bottom left. */
  readonly qr: { readonly side: number; readonly inset: number; readonly fromEdge: number };
  /** Answer boxes: big enough for an X by an old hand. `codeW`: room for a one-digit code before the box. */
  readonly box: {
    readonly side: number;
    readonly line: number;
    readonly rowPitch: number;
    readonly labelGap: number;
    readonly codeW: number;
  };
  /** Comb cells for digits. */
  readonly cell: { readonly w: number; readonly h: number; readonly rowPitch: number };
  /** Ruled lines for handwriting; `least` is the shortest that a hand can write a word on. */
  readonly ruleLine: { readonly pitch: number; readonly weight: number; readonly least: number };
  /** `columnW` where there is room, never less than `leastColumnW`; the statements keep `leastLabelW`. */
  readonly matrix: {
    readonly rowPitch: number;
    /** Air around a statement of several lines. */
    readonly rowAir: number;
    readonly columnW: number;
    readonly leastColumnW: number;
    readonly leastLabelW: number;
  };
  /** Space between two questions: as much as the side has left, within these bounds. */
  readonly blockGap: { readonly least: number; readonly most: number };
  /** Band beside the lower QR code: the notice on the front, the signature on the last side. */
  readonly band: { readonly x: number; readonly y: number; readonly w: number };
  readonly footerY: number;
  /** Head of the first side, and the strip that repeats on the later ones whose sheet it is. */
  readonly head: {
    readonly top: number;
    /** Names of the offices left, the nation's name right; a slip has no room for the latter. */
    readonly left: { readonly x: number; readonly w: number };
    readonly right?: { readonly x: number; readonly w: number };
    readonly title: { readonly middle: number; readonly w: number };
    /** Rows of the box that says whose sheet it is, and where its right half starts. */
    readonly rowH: number;
    readonly split: number;
    readonly strip: { readonly top: number; readonly w: number };
  };
  /** Sizes of type in points: nothing below 10. */
  readonly type: {
    readonly title: number;
    readonly heading: number;
    readonly body: number;
    readonly small: number;
    readonly header: number;
    readonly instructions: number;
    readonly name: number;
  };
}

const A4_SHEET: Profile = {
  paper: 'a4',
  page: { w: 210, h: 297 },
  content: { x: 22, w: 170, top: 42, bottom: 255.5 },
  cornerMark: { side: 5, inset: 9.5 },
  edgeMark: { side: 3.5, inset: 10.2 },
  qr: { side: 20, inset: 19, fromEdge: 17 },
  box: { side: 4.5, line: 0.3, rowPitch: 7, labelGap: 1.5, codeW: 2.3 },
  cell: { w: 6, h: 7.5, rowPitch: 9.2 },
  ruleLine: { pitch: 8.5, weight: 0.18, least: 40 },
  matrix: { rowPitch: 7.5, rowAir: 2, columnW: 17.5, leastColumnW: 9, leastLabelW: 45 },
  blockGap: { least: 2.7, most: 5.5 },
  band: { x: 45, y: 258, w: 147 },
  footerY: 281.6,
  head: {
    top: 16.6,
    left: { x: 20, w: 66 },
    right: { x: 86.4, w: 80 },
    title: { middle: 106, w: 122 },
    rowH: 7.9,
    split: 108.8,
    strip: { top: 17, w: 143 },
  },
  type: { title: 14.5, heading: 12, body: 11, small: 10, header: 11, instructions: 10.5, name: 11.5 },
};

/** For old eyes and hands: bigger letters, boxes, cells and pitches on the same paper. */
const LARGE_SHEET: Profile = {
  ...A4_SHEET,
  paper: 'large',
  box: { side: 5, line: 0.35, rowPitch: 8.6, labelGap: 1.8, codeW: 2.8 },
  cell: { w: 7, h: 8.5, rowPitch: 10.6 },
  ruleLine: { pitch: 9.5, weight: 0.2, least: 45 },
  matrix: { rowPitch: 9.2, rowAir: 2, columnW: 19, leastColumnW: 11, leastLabelW: 48 },
  blockGap: { least: 3.4, most: 6.5 },
  head: { ...A4_SHEET.head, rowH: 9, split: 104 },
  type: { title: 16.5, heading: 15, body: 14, small: 12, header: 11, instructions: 13, name: 14 },
};

/** Half a sheet: two of them, of two different people, share an A4 and are cut apart. */
const A5_SLIP: Profile = {
  paper: 'a5x2',
  page: { w: 148, h: 210 },
  content: { x: 13, w: 122, top: 39, bottom: 172.2 },
  cornerMark: { side: 5, inset: 7 },
  edgeMark: { side: 3.5, inset: 6 },
  qr: { side: 20, inset: 16, fromEdge: 13.5 },
  box: { side: 4.5, line: 0.3, rowPitch: 7, labelGap: 1.5, codeW: 2.3 },
  cell: { w: 5.6, h: 7.2, rowPitch: 8.8 },
  ruleLine: { pitch: 8.3, weight: 0.18, least: 32 },
  matrix: { rowPitch: 7.4, rowAir: 1.2, columnW: 12.4, leastColumnW: 9, leastLabelW: 36 },
  blockGap: { least: 2.3, most: 5 },
  band: { x: 41, y: 174.6, w: 94 },
  footerY: 197.2,
  head: {
    top: 12.6,
    left: { x: 13, w: 93 },
    title: { middle: 59.5, w: 93 },
    rowH: 7.2,
    split: 72,
    strip: { top: 12.6, w: 93 },
  },
  type: { title: 13, heading: 11.5, body: 11, small: 10, header: 10.5, instructions: 10.5, name: 11 },
};

const PROFILES: Readonly<Record<PaperLayout, Profile>> = { a4: A4_SHEET, large: LARGE_SHEET, a5x2: A5_SLIP };

/** The measures of a paper. */
export function profileOf(paper: PaperLayout): Profile {
  const profile = Object.hasOwn(PROFILES, paper) ? PROFILES[paper] : undefined;
  if (profile !== undefined) return profile;
  const papers = PAPER_LAYOUTS.join(', ');
  throw new DomainError('invalid', 'questionnaire.unknown-paper', {
    vi: `Không có khổ in “${paper}”. Hãy chọn một trong: ${papers}.`,
    en: `There is no paper “${paper}”. Choose one of: ${papers}.`,
  });
}

/** Where the two codes of a side stand: either is enough, and a torn or stained corner leaves the other. */
export function qrPlaces({ page, qr }: Profile): readonly { x: number; y: number; s: number }[] {
  return [
    { x: page.w - qr.inset - qr.side, y: qr.fromEdge, s: qr.side },
    { x: qr.inset, y: page.h - qr.fromEdge - qr.side, s: qr.side },
  ];
}

/** Height in millimetres of one line of Tinos at that size. */
export function lineHeight(size: number): number {
  return (size * 1.149 * 25.4) / 72;
}

/** How far the letters' base line lies below the top of a line of that size, in millimetres. */
export function ascent(size: number): number {
  return (size * 0.891 * 25.4) / 72;
}
