/**
 * Every number that recognition rests on, each with its reason. Lengths in millimetres of paper, ink from 0 (the paper
 * around) to 1 (black). Changing one changes what old pages read as: raise ALGORITHM then.
 */

/** Stored with each reading, so that a page can be read again by the rules of its day. */
export const ALGORITHM = 'scan-1';

/** Finding the codes. */
export const CODES = {
  /** Pixels of the longer side at which codes are looked for first: an A4 then has 4 px a mm, 3 px a module. */
  firstSide: 1100,
  /** A page carries two codes, an A4 of two slips four; more are looked for so that a stack of sheets is noticed. */
  most: 8,
} as const;

/** Below this share of dark pixels a picture without a code is called blank: a printed side has 3 % and more. */
export const BLANK_SHARE = 0.004;

/** Looking for the registration marks in the straightened page. */
export const MARKS = {
  /** Pixels a mm of the straightened page: a 5 mm square is 15 px wide, and the search stays cheap. */
  scale: 3,
  /** Beyond the page's edge: a page seen aslant spreads further than its straight outline. */
  margin: 25,
  /** How far off a mark may lie: what the corner of a code can be wrong by, and how perspective adds to it with distance. */
  reach: { least: 2, perMm: 0.11, most: 26 },
  /** Contrast of a square to its surroundings; photocopies of photocopies keep 0.5, text reaches 0.2. */
  leastContrast: 0.3,
  /** Candidates followed for each mark, and hypotheses kept: filled boxes and QR parts look like marks. */
  candidates: 4,
  beam: 10,
  /** What leaving a mark out costs against finding it: a torn corner is rarer than a faint mark. */
  skipPenalty: 0.35,
  /** A mark this far (mm) from where the others put it costs as much as it is worth. */
  misfit: 1.6,
} as const;

/** Fitting the page. */
export const FIT = {
  /** With few points the page is taken as nearly flat, with many as seen by a camera. See `Stiffness`. */
  coarse: { perspective: 0.02, shear: 0.08 },
  fine: { perspective: 0.003, shear: 0.01 },
  /** A code's corner against a mark's centre: the decoder places corners within half a module at best. */
  codeWeight: 0.05,
  /** A mark that lies further (mm) from the common fit counts half: partly torn, or beside a stain. */
  outlier: 0.5,
} as const;

/** Aligning boxes with their printed outlines. */
export const OUTLINE = {
  /** Pixels a mm of a box's patch: half of the thinnest stroke that a pen draws. */
  scale: 10,
  /** Paper around a box in its patch: the reach of the search and a ring around it. */
  pad: 2.6,
  /** And on the right, where marks beside the box go. */
  padRight: 6.2,
  /** Width of the line as it is looked for: 0.3 printed, spread by scanning. */
  line: 0.4,
  /** Side search: printing and feeding displace less; 7 mm lie between the rows. */
  reach: 1.2,
  /** When the marks already disagree by so much, the paper is curled and boxes are looked for further away. */
  curledResidual: 0.5,
  curledReach: 2.2,
  /** After the page's own field is known, an outline is this near to it; a stroke cannot pull the box away. */
  fieldReach: 0.5,
  /** Contrast of the weakest side that still counts as an outline, against the page's usual outline. */
  seen: 0.35,
  /** Pages on which fewer outlines are found were not registered: better no answer than one from the wrong box. */
  leastSeen: 0.6,
  /** And not where even the clearest outlines are this faint: that is the paper's grain. */
  leastStrength: 0.1,
} as const;

/** Correcting curled paper by the outlines that were found. */
export const CURL = {
  /** Residual above which boxes are moved together (paper.md); below, each box aligns by itself. */
  residual: 0.3,
  /** Rounds of measuring and fitting. */
  rounds: 2,
  /** Outlines further (mm) from the smooth field lose their say: a filled box or a stroke beside it. */
  outlier: 0.3,
} as const;

/** Ink in and around a box. */
export const INK = {
  /** Inside of a box: away from its line and from what blur and slight misplacement spread of it. */
  inset: 0.6,
  /** Paper whose brightness is the white of a box: itself and so much around, so that shade and stains cancel out. */
  whiteAround: 1.4,
  /** The faintest trace of a pencil; paper grain and JPEG noise stay below it. */
  faint: 0.13,
  /** On a faint copy everything is fainter, outlines too: the trace goes down with them, from this outline, to this floor. */
  fullOutline: 0.5,
  faintest: 0.07,
  /** And above the noise of this page, in standard deviations after smoothing. */
  noiseSigmas: 4.5,
  /** A box may be grainier than the page by this factor; what looks grainier still is the edge of a stain. */
  noiseAlone: 2,
  /** Ink of a pen, against the darkness of the printed outline. */
  pen: 0.45,
  /** Specks smaller than this (mm²) are dust or the dots of a fax. */
  speck: 0.07,
} as const;

/**
 * Places around a box that the printer leaves white, in mm from its left and top edges; negative is outside, and what
 * starts with `+` counts from the right or bottom edge. Rows stand 7 mm apart, 1.25 mm of them above and below each box;
 * the code ends 0.9 mm before it, the label starts 1.5 mm behind it and is no higher than the box.
 */
export const GAPS = {
  sides: {
    above: { fromX: 0, toX: '+0', fromY: -1.15, toY: -0.4 },
    right: { fromX: '+0.4', toX: '+1.3', fromY: 0, toY: '+0' },
    below: { fromX: 0, toX: '+0', fromY: '+0.4', toY: '+1.15' },
    left: { fromX: -0.75, toX: -0.35, fromY: 0, toY: '+0' },
    /** Over and under the label and the code: where a mark beside the box reaches out of their line. */
    aboveLabel: { fromX: '+0.3', toX: '+6', fromY: -1.15, toY: -0.4 },
    belowLabel: { fromX: '+0.3', toX: '+6', fromY: '+0.4', toY: '+1.15' },
  },
  /** The first so many of them close a ring around the box. */
  ring: 4,
  /** A ring around a box has ink on so many of those. */
  ringSides: 3,
  /** Page's usual ink of such a gap: what four fifths of the empty boxes stay below (blur, letters standing close, dirt). */
  usual: 0.8,
  /** Share of a gap that a stroke reaching into it inks beyond that, and so much more where there usually is ink. */
  stroke: 0.045,
  perUsual: 0.6,
  /** Darkness of such ink against the page's median mark: what shines through is fainter. */
  darkness: 0.35,
} as const;

/**
 * A dirty scanner glass draws a line down the whole picture, a fold one across the whole paper; no pen does. Only such a
 * line is taken away; a shorter one, which may cross something out, stays a doubt.
 */
export const STREAK = {
  /** Half the width (mm) that is taken away. */
  width: 0.45,
  /** It goes on over this share of the page's height or width … */
  length: 0.75,
  /** … with no more than so few millimetres of a hundred where it cannot be seen. */
  hits: 0.88,
  /** Darker than the paper beside it by at least this. */
  contrast: 0.07,
  /** It ends where it was not seen for so many mm. */
  gap: 14,
  /** How much it may slant: streaks on a page that lay aslant, folds that were made aslant. */
  slant: 0.06,
  /** So far (mm) beside where it should be it is looked for, and so far the paper beside it. */
  bend: 0.25,
  beside: 1.4,
} as const;

/** From ink to states. Shares are of the box's inside. */
export const BOX = {
  /** Below: empty. A tick of a fine pen covers 0.1, an overshooting neighbour rarely 0.03. */
  empty: 0.025,
  /** From here on, and with an extent: a mark. */
  marked: 0.055,
  /** A mark spans this much of the diagonal; a dot or the end of a neighbour's stroke does not. */
  extent: 0.42,
  /** Filled: even the whitest of nine parts is dark. An X leaves the parts between its arms white. */
  filled: 0.6,
  /** Between an X of a thick pen and a hasty fill nobody can tell. */
  halfFilled: 0.38,
  filledCover: 0.8,
  /** Darkness of a mark against the page's median mark: what is so much fainter shows through or was rubbed out. */
  faintMark: 0.5,
  /** Where the page's marks themselves are as faint as what shines through (against the outline), all must be alike. */
  faintPage: 0.45,
  faintPageMark: 0.68,
  /** Darkness of a mark against the printed outline, where the page has no other mark to compare with. */
  faintAlone: 0.22,
  /** Darkness times cover against the page's median mark: lighter and smaller at once is not this person's mark. */
  weakMark: 0.25,
  /** Ink filling so much of two gaps beside a mark is a stain's rim or a scribble over everything. */
  flood: 0.5,
  /** Ink of an unmarked box that does not reach its middle and is so little of the page's median mark is a stray stroke. */
  stray: 0.45,
  /** Share of the middle quarter that such a stroke may touch. */
  strayCore: 0.02,
  /** A box out of which a streak was taken is never sure. */
  streakMargin: 0.4,
  /** Contrast of a box's outline against the page's usual one, below which the box was not seen. */
  outlineSeen: 0.3,
} as const;

/** Handwriting is never read; only whether there is any. */
export const WRITING = {
  /** Pixels a mm: enough to tell a stroke from none. */
  scale: 6,
  /** From the line of a comb's cell inwards. */
  inset: 0.9,
  /** A ruled line is a row that is inked over this share of its length. */
  ruled: 0.45,
  /** How far its blur and slant reach. */
  ruledReach: 0.5,
  /** Ink (mm²) that a single digit 1 of a fine pen leaves; dust leaves less. */
  least: 0.35,
  /** Up to this height (mm) a field is one line, with nothing printed in it but that line. */
  oneLine: 9,
} as const;

/** What a person is shown around a field, mm. */
export const CROP = {
  /** The codes before the boxes and the labels behind them. */
  choices: { left: 6, right: 45, above: 2.5, below: 2.5 },
  writing: { left: 2, right: 2, above: 2, below: 2.5 },
} as const;

/** The other slip of an A4: so much ink (share of pixels) beside the one that was found means that there is one. */
export const OTHER_HALF = { dark: 0.012, darkerThan: 0.55 } as const;
