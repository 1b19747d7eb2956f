import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { Content } from 'pdfmake/interfaces.js';
import { mm, type PdfDefinition } from '../pdf/index.ts';
import { type DrawnForm, drawForm } from './draw-form.ts';
import { formOptions } from './form-options.ts';
import { onPage } from './on-page.ts';

/** A form as pdfmake takes it: empty pages, and each side's drawing behind them. */
export interface FormDefinition {
  readonly sides: number;
  readonly definition: PdfDefinition & {
    readonly content: Content[];
    readonly background: (page: number) => Content;
  };
}

// The template carries no date of its own: the same model gives the same bytes, so that it can be hashed.
const NO_DATE = new Date(Date.UTC(2000, 0, 1));

/** Builds the definition anew, because pdfmake changes what it is given. */
export function formDefinition(model: QuestionnaireModel, drawn = drawForm(model, formOptions(model))): FormDefinition {
  const { w, h } = drawn.board.profile.page;
  return {
    sides: drawn.sides.length,
    definition: {
      pageSize: { width: mm(w), height: mm(h) },
      content: drawn.sides.map(
        (_, index): Content => ({
          text: '',
          ...(index === 0 ? {} : { pageBreak: 'before' as const }),
        }),
      ),
      background: (page: number) => sideDrawing(drawn, page),
      pageMargins: mm(20),
      defaultStyle: { fontSize: drawn.board.body.size },
      info: { title: model.title.vi, creationDate: NO_DATE },
    },
  };
}

function sideDrawing(drawn: DrawnForm, page: number): Content {
  return { stack: [...onPage(drawn.sides[page - 1] ?? [])] };
}
