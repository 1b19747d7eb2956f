import type { Label, PaperLayout } from '@gandan/domain/questionnaires';
import { type Profile, profileOf } from './profile.ts';
import type { SkipMarks } from './skip-marks.ts';

/** How letters look; the size in points is never assumed. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** What lies on the drawing board: the paper's measures, its type, the languages, and the skips to print. */
export interface Board {
  readonly profile: Profile;
  readonly bilingual: boolean;
  readonly marks: SkipMarks;
  readonly body: TextStyle;
  readonly bold: TextStyle;
  readonly italics: TextStyle;
  readonly small: TextStyle;
  /** The second language: smaller and slanted, so that the first stays what the eye finds. */
  readonly english: TextStyle;
}

/** A board for that paper. */
export function boardFor(paper: PaperLayout, bilingual: boolean, marks: SkipMarks = new Map()): Board {
  const profile = profileOf(paper);
  const { body, small } = profile.type;
  return {
    profile,
    bilingual,
    marks,
    body: { size: body },
    bold: { size: body, bold: true },
    italics: { size: body, italics: true },
    small: { size: small },
    english: { size: small, italics: true },
  };
}

/** The English of a label when the sheet speaks both languages and there is any. */
export function englishOf(board: Board, label: Label | undefined): string | undefined {
  const words = label?.en?.trim();
  return board.bilingual && words !== undefined && words !== '' ? words : undefined;
}
