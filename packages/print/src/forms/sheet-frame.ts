import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import type { Content } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import { oneLine, wording } from '../wording/index.ts';
import { band, centred, frame, line, mark, onPage, type Piece, shift, slot, text, widthMm, wrap } from './pieces.ts';
import { lineHeight, SHEET, TYPE } from './sheet-profile.ts';

const PAGE = SHEET.page;
const RIGHT = SHEET.content.x + SHEET.content.w;
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Top of the questions on the front: below the header, the title and the box that names the household. */
export const FRONT_CONTENT_TOP = 82;

/** What stands above and beside the questions of a side; drawn before its questions, so it does not know how many sides there are. */
export function sheetBackground(model: QuestionnaireModel, page: number): Content {
  return { stack: [...onPage([...marks(), ...(page === 1 ? front(model) : laterStrip(model))])] };
}

/** What stands below the questions: the notice on the front, the signature on the last side, the footer. */
export function sheetFoot(model: QuestionnaireModel, page: number, pages: number): Content {
  const top = SHEET.content.bottom;
  const pieces = [...footer(page, pages), ...(page === pages && pages > 1 ? signature() : [])];
  return {
    stack: [...(page === 1 ? noticeBand(model, top) : []), band(PAGE.h - top - 1, shift(pieces, 0, -top))],
  };
}

function marks(): readonly Piece[] {
  const { side, inset } = SHEET.cornerMark;
  const { side: edge, inset: edgeInset } = SHEET.edgeMark;
  const far = { x: PAGE.w - inset - side, y: PAGE.h - inset - side };
  return [
    mark('tl', inset, inset, side),
    mark('tr', far.x, inset, side),
    mark('bl', inset, far.y, side),
    mark('br', far.x, far.y, side),
    mark('l1', edgeInset, PAGE.h / 3 - edge / 2, edge),
    mark('r2', PAGE.w - edgeInset - edge, (PAGE.h * 2) / 3 - edge / 2, edge),
  ];
}

function front(model: QuestionnaireModel): readonly Piece[] {
  const left = { x: SHEET.content.x - 2, w: 66 };
  const right = { x: 88, w: 80 };
  const middle = (column: { readonly x: number; readonly w: number }) => column.x + column.w / 2;
  const headerLine = { h: lineHeight(TYPE.header), align: 'center', fontSize: TYPE.header } as const;
  const mottoW = widthMm(MOTTO, { bold: true });
  return [
    slot(left.x, 16.6, { id: 'issuer', w: left.w, ...headerLine }),
    slot(left.x, 21.1, { id: 'hamlet', w: left.w, ...headerLine }),
    slot(left.x, 25.6, { id: 'group', w: left.w, ...headerLine, bold: true }),
    line(middle(left) - 11, 30.9, middle(left) + 11, 30.9, 0.25),
    centred(middle(right), 16.6, NATION, { bold: true, size: TYPE.header }),
    centred(middle(right), 21.1, MOTTO, { bold: true }),
    line(middle(right) - mottoW / 2, 26.3, middle(right) + mottoW / 2, 26.3, 0.25),
    ...title(model.title.vi),
    ...identityBox(),
    ...instructions(model),
  ];
}

/** Which texts around the questions are too long for their places: the title's two lines, one line, five lines. */
export function frameOverflow(model: QuestionnaireModel): readonly ('title' | 'instructions' | 'notice')[] {
  const titleStyle = { bold: true, size: TYPE.title };
  const lines = balanced(model.title.vi, (part) => widthMm(part, titleStyle));
  const notice = wrap(model.notice?.vi ?? '', SHEET.band.w, { size: TYPE.small });
  return [
    ...(lines.some((part) => widthMm(part, titleStyle) > 122) ? (['title'] as const) : []),
    ...(widthMm(model.instructions?.vi ?? '', INSTRUCTIONS) > SHEET.content.w ? (['instructions'] as const) : []),
    ...(notice.length > 5 ? (['notice'] as const) : []),
  ];
}

/** One or two lines, evenly filled, never ending in a word that belongs to the next line. */
function title(words: string): readonly Piece[] {
  const style = { bold: true, size: TYPE.title };
  const step = lineHeight(TYPE.title) * 1.02;
  const middle = PAGE.w / 2 + 1;
  if (widthMm(words, style) < 122) return [centred(middle, 38.5, words, style)];
  return balanced(words, (part) => widthMm(part, style)).map((part, index) =>
    centred(middle, 35.3 + index * step, part, style),
  );
}

// A title breaks best before such a word, never behind it.
const JOINING = /^(và|của|về|cho)$/i;

function balanced(words: string, width: (part: string) => number): readonly string[] {
  const parts = words.split(' ');
  const breaks = parts.slice(1).map((_, index) => [parts.slice(0, index + 1), parts.slice(index + 1)] as const);
  const cost = ([head, tail]: readonly [readonly string[], readonly string[]]) =>
    Math.max(width(head.join(' ')), width(tail.join(' '))) -
    (JOINING.test(tail[0] ?? '') ? 25 : 0) +
    (JOINING.test(head.at(-1) ?? '') ? 60 : 0);
  const [best] = breaks.sort((a, b) => cost(a) - cost(b));
  return best === undefined ? [words] : best.map((part) => part.join(' '));
}

const INSTRUCTIONS = { size: 10.5, italics: true };
const BOX = { x: SHEET.content.x, y: 49.4, w: SHEET.content.w, h: 25.2 } as const;

/** Whose sheet it is; names may take two lines of 10 points, so the rows leave room for them. */
function identityBox(): readonly Piece[] {
  const leftX = BOX.x + 3.2;
  const rightX = BOX.x + 112;
  const rowH = 7.9;
  const rows = [BOX.y + 0.75, BOX.y + 8.65, BOX.y + 16.55] as const;
  const field = (x: number, y: number, label: string, id: string, w: number, bold = false): readonly Piece[] => {
    const labelW = widthMm(label) + 1.2;
    return [
      text(x, y + (rowH - lineHeight(TYPE.body)) / 2, label),
      slot(x + labelW, y, {
        id,
        w: w - labelW,
        h: rowH,
        fontSize: bold ? 11.5 : TYPE.body,
        ...(bold ? { bold } : {}),
      }),
    ];
  };
  return [
    frame(BOX.x, BOX.y, BOX.w, BOX.h, 0.3),
    ...field(leftX, rows[0], 'Chủ hộ:', 'headName', 106, true),
    ...field(rightX, rows[0], 'Số phiếu:', 'number', 55, true),
    ...field(leftX, rows[1], 'Địa chỉ:', 'address', 106),
    ...field(rightX, rows[1], 'Mã hộ:', 'householdCode', 55),
    ...field(leftX, rows[2], 'Cán bộ phụ trách:', 'cadre', 106),
    ...field(rightX, rows[2], 'Ngày họp:', 'heldOn', 55),
  ];
}

function instructions(model: QuestionnaireModel): readonly Piece[] {
  if (model.instructions === undefined) return [];
  return [text(SHEET.content.x, 76.1, model.instructions.vi, INSTRUCTIONS)];
}

/** The later sides repeat whose sheet it is, beside the upper QR code: a lone back page must still find its front. */
function laterStrip(model: QuestionnaireModel): readonly Piece[] {
  const x = SHEET.content.x;
  const w = 143;
  const inner = x + 3.2;
  const headX = inner + widthMm('Chủ hộ:') + 1.2;
  const numberX = x + 103 + widthMm('Số:') + 1.2;
  return [
    frame(x, 17, w, 20, 0.3),
    text(inner, 18.8, laterTitle(model.title.vi), { italics: true }),
    text(x + 103, 18.8, 'Số:'),
    slot(numberX, 17.2, { id: 'number.later', w: 36, h: 7.7, fontSize: TYPE.body, bold: true }),
    text(inner, 25.2, 'Chủ hộ:'),
    slot(headX, 23.6, { id: 'headName.later', w: x + w - 2 - headX, h: 7.7, fontSize: TYPE.body, bold: true }),
    slot(inner, 31.2, { id: 'place.later', w: w - 6, h: lineHeight(TYPE.body), fontSize: TYPE.body }),
  ];
}

function footer(page: number, pages: number): readonly Piece[] {
  const { footerY: y } = SHEET;
  const right = `Trang ${page}/${pages}`;
  const style = { size: TYPE.small };
  const h = lineHeight(TYPE.small);
  return [
    slot(SHEET.band.x, y, { id: 'edition', w: 50, h, fontSize: TYPE.small }),
    slot(PAGE.w / 2 - 25, y, { id: 'number.foot', w: 50, h, fontSize: TYPE.small, bold: true, align: 'center' }),
    text(RIGHT - 2 - widthMm(right, style), y, right, style),
  ];
}

/** Notice on personal data (Law 91/2025/QH15), on the front of every named form, beside the lower QR code. */
function noticeBand(model: QuestionnaireModel, top: number): readonly Content[] {
  if (model.notice === undefined) return [];
  const { x, y, w } = SHEET.band;
  return [
    {
      columns: [{ width: mm(w), text: model.notice.vi, fontSize: TYPE.small, alignment: 'justify' }],
      relativePosition: { x: mm(x), y: mm(y + 0.6 - top) },
    },
  ];
}

function signature(): readonly Piece[] {
  const { x, y, w } = SHEET.band;
  const words = wording('sheet.vi', {});
  const middle = x + w - 33;
  return [
    ...words.thanks.map((sentence, index) => text(x, y + 1 + index * 5, sentence, { size: TYPE.small, italics: true })),
    centred(middle, y - 1, oneLine(words.signer), { bold: true }),
    centred(middle, y + 3.8, oneLine(words.signHow), { size: TYPE.small, italics: true }),
  ];
}

/** As much of the title as fits beside the number. */
function laterTitle(title: string): string {
  const words = sentenceCase(title);
  const wordings = [`${words} (tiếp theo)`, words, 'Tiếp theo mặt trước'];
  return wordings.find((wording) => widthMm(wording, { italics: true }) <= 98) ?? '';
}

function sentenceCase(capitals: string): string {
  const lower = capitals.toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
}
