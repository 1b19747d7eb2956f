import { paperBlocks, paperQuestions, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { Content } from 'pdfmake/interfaces.js';
import { mm, type PdfDefinition } from '../pdf/index.ts';
import { drawBlocks } from './blocks.ts';
import { paginate, sideContent } from './paginate.ts';
import { FRONT_CONTENT_TOP, sheetBackground, sheetFoot } from './sheet-frame.ts';
import { SHEET, TYPE } from './sheet-profile.ts';
import { skipMarks } from './skip-marks.ts';

/** A form as pdfmake takes it, and how many sides it must come out at. */
export interface FormDefinition {
  readonly sides: number;
  readonly definition: PdfDefinition & {
    readonly content: Content[];
    readonly background: (page: number) => Content;
    readonly footer: (page: number, pages: number) => Content;
  };
}

// The template carries no date of its own: the same model gives the same bytes, so that it can be hashed.
const NO_DATE = new Date(Date.UTC(2000, 0, 1));

/** Builds the definition anew, because pdfmake changes what it is given. */
export function formDefinition(model: QuestionnaireModel): FormDefinition {
  const { marks } = skipMarks(paperQuestions(model));
  const sides = paginate(drawBlocks(paperBlocks(model), marks), FRONT_CONTENT_TOP);
  return {
    sides: sides.length,
    definition: {
      content: [...sideContent(sides, FRONT_CONTENT_TOP)],
      background: (page: number) => sheetBackground(model, page),
      footer: (page: number, pages: number) => sheetFoot(model, page, pages),
      pageMargins: [
        mm(SHEET.content.x),
        mm(SHEET.content.top),
        mm(SHEET.page.w - SHEET.content.x - SHEET.content.w),
        mm(SHEET.page.h - SHEET.content.bottom),
      ],
      defaultStyle: { fontSize: TYPE.body },
      info: { title: model.title.vi, creationDate: NO_DATE },
    },
  };
}
