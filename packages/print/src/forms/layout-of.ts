import {
  type LayoutField,
  type LayoutMap,
  type LayoutPage,
  type LayoutSlot,
  paperQuestions,
  type QuestionnaireModel,
} from '@gandan/domain/questionnaires';
import { hundredths } from '../pdf/index.ts';
import { combIds, isComb } from './combs.ts';
import type { DrawnForm } from './draw-form.ts';
import { layoutId } from './layout-id.ts';
import type { Piece } from './pieces.ts';
import { qrPlaces } from './profile.ts';

/** The map of a drawn form, read from the pieces that are drawn. */
export function layoutOf(model: QuestionnaireModel, version: number, drawn: DrawnForm): LayoutMap {
  const { profile } = drawn.board;
  const pages = drawn.sides.map((pieces, index) => pageLayout(index + 1, pieces, qrPlaces(profile)));
  const layout = { paper: profile.paper, pageSize: profile.page, pages };
  return { layoutId: layoutId(layout), questionnaire: { code: model.code, version }, ...layout };
}

function pageLayout(page: number, pieces: readonly Piece[], qr: LayoutPage['qr']): LayoutPage {
  const tagged = pieces.flatMap((piece) =>
    (piece.kind === 'rect' || piece.kind === 'place') && piece.tag !== undefined
      ? [{ tag: piece.tag, x: hundredths(piece.x), y: hundredths(piece.y), s: piece.kind === 'rect' ? piece.w : 0 }]
      : [],
  );
  return {
    page,
    marks: tagged.flatMap(({ tag, x, y, s }) => (tag.kind === 'mark' ? [{ id: tag.id, x, y, s }] : [])),
    qr,
    fields: tagged.flatMap(({ tag, x, y }): LayoutField[] =>
      tag.kind === 'field' ? [{ ...tag.field, x, y, w: hundredths(tag.field.w), h: hundredths(tag.field.h) }] : [],
    ),
    slots: tagged.flatMap(({ tag, x, y }): LayoutSlot[] =>
      tag.kind === 'slot' ? [{ ...tag.slot, x, y, w: hundredths(tag.slot.w), h: hundredths(tag.slot.h) }] : [],
    ),
  };
}

/** Ids of every answer place that the model asks for. */
export function wantedFields(model: QuestionnaireModel): readonly string[] {
  return paperQuestions(model).flatMap(({ name, item }) => {
    if ('choices' in item) return item.choices.map((choice) => `${name}.${choice.name}`);
    return isComb(item) ? combIds(name, item) : [name];
  });
}
