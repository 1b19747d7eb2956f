import type { LayoutField, LayoutPage } from '@gandan/domain/questionnaires';
import type { GreyImage } from '../image/index.ts';
import { cropOf } from './crop.ts';
import { type Decision, decideMultiple, decideSingle, type MeasuredBox, pageContext } from './decide.ts';
import { hasWriting } from './handwriting.ts';
import type { MeasuredPage } from './measure-page.ts';
import type { QuestionReading } from './page-reading.ts';
import { because } from './reasons.ts';

/** Reads every question of a side, in the order in which they stand on it. */
export function readQuestions(
  image: GreyImage,
  measured: MeasuredPage,
  page: LayoutPage,
  paper: { readonly w: number; readonly h: number },
): readonly QuestionReading[] {
  const groups = Map.groupBy(page.fields, ({ question, kind }) => `${kind === 'choice' ? 'box' : 'pen'} ${question}`);
  const context = pageContext([...measured.boxes.values()]);
  return [...groups.values()].map((fields) => {
    const [first] = fields;
    if (first?.kind !== 'choice') return readWriting(image, measured, fields, paper);
    const boxes = fields.flatMap((field): MeasuredBox[] => {
      const features = measured.boxes.get(field);
      return features === undefined ? [] : [{ choice: field.choice ?? '', features }];
    });
    const multiple = first.multiple === true;
    const decision = multiple ? decideMultiple(boxes, context) : decideSingle(boxes, context);
    return readChoice(fields, decision, multiple, [cropOf(fields, measured.mapping, image, paper)]);
  });
}

function readChoice(
  fields: readonly LayoutField[],
  { state, choices, confidence, reason, boxes }: Decision,
  multiple: boolean,
  crops: QuestionReading['crops'],
): QuestionReading {
  return {
    question: fields[0]?.question ?? '',
    kind: multiple ? 'multiple' : 'single',
    state,
    choices,
    confidence: Math.round(confidence * 100) / 100,
    ...because(reason),
    crops,
    boxes: boxes.map(({ choice, state: box, features }, index) => {
      return { field: fields[index]?.id ?? '', choice, state: box, features };
    }),
  };
}

/** Combs and lines are shown to a person, never guessed; only their emptiness is told. */
function readWriting(
  image: GreyImage,
  { mapping }: MeasuredPage,
  fields: readonly LayoutField[],
  paper: { readonly w: number },
): QuestionReading {
  const written = fields.map((field) => hasWriting(image, mapping, field));
  const blank = written.every((one) => one === false);
  return {
    question: fields[0]?.question ?? '',
    kind: 'handwriting',
    state: blank ? 'blank' : 'doubt',
    choices: [],
    confidence: 0,
    ...because(blank ? 'empty' : 'handwriting'),
    crops: fields.map((field) => cropOf([field], mapping, image, paper)),
    boxes: [],
  };
}
