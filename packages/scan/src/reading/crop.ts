import type { LayoutField } from '@gandan/domain/questionnaires';
import type { GreyImage, Mapping } from '../image/index.ts';
import { CROP } from './constants.ts';
import type { Crop } from './page-reading.ts';

/** The part of the picture that shows these fields of a question with what is printed beside them. */
export function cropOf(
  fields: readonly LayoutField[],
  mapping: Mapping,
  image: GreyImage,
  paper: { readonly w: number },
): Crop {
  const [first] = fields;
  const around = first?.kind === 'choice' ? CROP.choices : CROP.writing;
  const left = Math.max(0, Math.min(...fields.map(({ x }) => x)) - around.left);
  const right = Math.min(paper.w, Math.max(...fields.map(({ x, w }) => x + w)) + around.right);
  const top = Math.min(...fields.map(({ y }) => y)) - around.above;
  const bottom = Math.max(...fields.map(({ y, h }) => y + h)) + around.below;
  const corners = [mapping(left, top), mapping(right, top), mapping(left, bottom), mapping(right, bottom)];
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  const x0 = clamp(Math.min(...corners.map(({ x }) => x)), image.width - 1);
  const y0 = clamp(Math.min(...corners.map(({ y }) => y)), image.height - 1);
  const x1 = clamp(Math.max(...corners.map(({ x }) => x)), image.width);
  const y1 = clamp(Math.max(...corners.map(({ y }) => y)), image.height);
  const [a, b] = corners as [{ x: number; y: number }, { x: number; y: number }];
  const turn = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  return {
    field: first?.kind === 'choice' ? first.question : (first?.id ?? ''),
    x: x0,
    y: y0,
    w: Math.max(1, x1 - x0),
    h: Math.max(1, y1 - y0),
    turn: Math.round(turn * 10) / 10,
  };
}
