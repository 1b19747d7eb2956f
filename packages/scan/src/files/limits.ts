/** What a file may be; each keeps memory and time bounded whatever is handed in. */
export const LIMITS = {
  /** 5,000 pages of an office scanner; they are read from the disk one at a time. */
  fileBytes: 1500 * 1024 * 1024,
  /** A PDF that is not a plain stack of scans stands in memory while its pages are drawn. */
  drawnBytes: 150 * 1024 * 1024,
  /** And is opened anew after so many pages, because what was unpacked of them stays until it is closed. */
  reopenAfter: 50,
  /** A stack of a whole hamlet; more belongs into several files. */
  pages: 5000,
  /** An A4 at 600 dpi has 35 million, the largest phones take 200. 400 million (20,000 × 20,000) is no sheet. */
  pixels: 210_000_000,
  /** Below, an A4 has less than 100 dpi. */
  leastPixels: 500_000,
  /** Longer side, in pixels, of what is read: an A4 at 222 dpi. More detail costs time and brings grain. */
  side: 2600,
  /** Rasterising PDF pages that are not just a picture. */
  dpi: 200,
  /** A page takes a quarter of a second; after this (ms) it is given up. */
  pageTime: 30_000,
} as const;
