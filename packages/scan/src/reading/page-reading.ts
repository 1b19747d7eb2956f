import type { Sentence } from '@gandan/domain/errors';
import type { BoxFeatures } from './ink.ts';
import type { Reason } from './reasons.ts';

/** What a picture of paper says: usually one side of one sheet, two when two slips share an A4. */
export interface PageReading {
  readonly sides: readonly SideReading[];
  /** Why there is nothing, or less than there is on the paper. */
  readonly problems: readonly PageProblem[];
}

export interface PageProblem {
  readonly code: ProblemCode;
  readonly sentence: Sentence;
}

/** Queues of pictures that a person has to look at. */
export type ProblemCode =
  | 'page.blank'
  | 'code.none'
  | 'code.mirrored'
  | 'code.foreign'
  | 'code.misread'
  | 'layout.unknown'
  | 'layout.page'
  | 'sheets.several'
  | 'sheets.half'
  | 'registration.failed'
  | 'image.unreadable'
  | 'image.too-large'
  | 'image.too-small'
  | 'file.empty'
  | 'file.kind'
  | 'file.disguised'
  | 'file.encrypted'
  | 'file.damaged'
  | 'file.too-large'
  | 'file.pages'
  | 'reading.too-long';

/** One side of one sheet, read. */
export interface SideReading {
  readonly algorithm: string;
  readonly sheet: SheetIdentity;
  readonly layoutId: string;
  /** From 1. */
  readonly page: number;
  readonly registration: {
    /** Root mean square (mm) of where marks and outlines were seen against where they should be, after all corrections. */
    readonly residualMm: number;
    readonly marks: number;
    readonly codes: number;
    /** Share of the printed outlines that were found. */
    readonly outlines: number;
    /** The paper was curled, and the boxes were moved together. */
    readonly curled: boolean;
    readonly dpi: number;
  };
  readonly questions: readonly QuestionReading[];
}

/** What the sheet's codes say of whose sheet it is. */
export interface SheetIdentity {
  /** A household's sheet, a feedback slip, or another form (minutes, self-assessment). */
  readonly kind: 'sheet' | 'slip' | 'form';
  /** `PL-000412-7K`, the slip's token, or the form's code. */
  readonly number: string;
}

/**
 * `answered` and `blank` are the machine's; `multiple` and `doubt` go to a person; `corrected` is an answer beside one or
 * more boxes that were filled in to cancel them.
 */
export type QuestionState = 'answered' | 'blank' | 'multiple' | 'doubt' | 'corrected';

export interface QuestionReading {
  readonly question: string;
  readonly kind: 'single' | 'multiple' | 'handwriting';
  readonly state: QuestionState;
  /** Codes of the boxes that were taken as chosen; for `multiple` those between which a person decides. */
  readonly choices: readonly string[];
  /** 0 to 1: how far the ink is from the nearest threshold. No probability. */
  readonly confidence: number;
  readonly reason: Reason;
  readonly sentence: Sentence;
  /** Where to look in the picture: one for the question's boxes together, or one for each comb or writing field. */
  readonly crops: readonly Crop[];
  readonly boxes: readonly BoxReading[];
}

export interface BoxReading {
  readonly field: string;
  readonly choice: string;
  readonly state: 'empty' | 'marked' | 'filled' | 'doubt';
  readonly features: BoxFeatures;
}

/** A part of the picture to show to a person, in pixels of the picture that was read. */
export interface Crop {
  readonly field: string;
  /** Upright rectangle around it, inside the picture. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Degrees clockwise by which the page lies turned; turn the crop back by it to read. */
  readonly turn: number;
}
