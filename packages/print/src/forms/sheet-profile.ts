/**
 * Geometry of a household sheet in millimetres, origin top left. One place for every measure that the eye, the pen, the
 * scanner or the printer cares about; a change here gives new layouts, papers already printed keep theirs.
 */
export const SHEET = {
  page: { w: 210, h: 297 },
  /** Where questions stand: clear of the marks and of both QR codes' quiet zones. */
  content: { x: 22, w: 170, top: 42, bottom: 255.5 },
  /** Solid corner squares, their centres 12 mm from the edges. */
  cornerMark: { side: 5, inset: 9.5 },
  /** Edge marks at one and two thirds of the height, one a side: never at the half, where a fold would hide them. */
  edgeMark: { side: 3.5, inset: 10.2 },
  /** 25 modules of 0.8 mm: the least that office scanners at 150 dpi read; top right and bottom left. */
  qr: { side: 20, inset: 19, fromEdge: 17 },
  /** Answer boxes: big enough for an X by an old hand, 7 mm from row to row. */
  box: { side: 4.5, line: 0.3, rowPitch: 7, labelGap: 1.5 },
  /** Comb cells for digits. */
  cell: { w: 6, h: 7.5, rowPitch: 9.2 },
  /** Ruled lines for handwriting. */
  ruleLine: { pitch: 8.5, weight: 0.18 },
  matrix: { rowPitch: 7.5, columnW: 17.5 },
  /** Space between two questions: as much as the side has left, within these bounds. */
  blockGap: { least: 2.7, most: 5.5 },
  /** Band beside the lower QR code: the notice on the front, the signature on the back. */
  band: { x: 45, y: 258, w: 147 },
  footerY: 281.6,
} as const;

/** Sizes of type in points: nothing below 10. */
export const TYPE = { title: 14.5, body: 11, small: 10, header: 11 } as const;

/** Height in millimetres of one line of Tinos at that size. */
export function lineHeight(size: number): number {
  return (size * 1.149 * 25.4) / 72;
}
