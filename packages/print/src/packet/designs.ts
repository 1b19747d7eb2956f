import { centred, line, type Piece, slot, text, widthMm } from '../forms/pieces.ts';
import { lineHeight } from '../forms/profile.ts';
import { wrap } from '../forms/text-lines.ts';
import { oneLine, wording } from '../wording/index.ts';
import {
  AREA,
  BODY,
  type Column,
  dotted,
  emptyTable,
  HEAD_ROW,
  headerPieces,
  labelled,
  type PageDesign,
  titlePieces,
  writingLines,
} from './page-design.ts';

const PACKET = wording('packet.vi', {});
const MINUTES = wording('minutes.vi', {});
const LINE = lineHeight(BODY) + 1.9;

const COVER_COLUMNS: readonly Column[] = [
  { id: 'row', head: 'STT', w: 10, align: 'center' },
  { id: 'number', head: 'Số phiếu', w: 32, align: 'center' },
  { id: 'code', head: 'Mã hộ', w: 24 },
  { id: 'headName', head: 'Chủ hộ', w: 52 },
  { id: 'returned', head: 'Thu', w: 12 },
  { id: 'remark', head: 'Ghi chú', w: 35 },
];

const SIGN_IN_COLUMNS: readonly Column[] = [
  { id: 'row', head: 'STT', w: 10, align: 'center' },
  { id: 'headName', head: 'Chủ hộ', w: 50 },
  { id: 'address', head: 'Địa chỉ', w: 36 },
  { id: 'attendant', head: 'Người dự họp (họ tên)', w: 43 },
  { id: 'signature', head: 'Ký tên', w: 26 },
];

/** The pages around the sheets, in the order of their templates. */
export const DESIGN_NAMES = [
  'cover',
  'coverNext',
  'signIn',
  'signInNext',
  'minutesFront',
  'minutesBack',
  'tally',
] as const;
export type DesignName = (typeof DESIGN_NAMES)[number];

/** Builds them anew: pdfmake changes what it is given. */
export function packetDesigns(): Readonly<Record<DesignName, PageDesign>> {
  return {
    cover: cover(),
    coverNext: next('Danh sách phiếu (tiếp theo)', COVER_COLUMNS, 7.8),
    signIn: signIn(),
    signInNext: next('Danh sách hộ dự họp (tiếp theo)', SIGN_IN_COLUMNS, 9.6),
    minutesFront: minutesFront(),
    minutesBack: minutesBack(),
    tally: tally(),
  };
}

function cover(): PageDesign {
  const half = AREA.x + 92;
  const row = (index: number) => 52 + index * LINE;
  const rows: Piece[] = [
    ...labelled(AREA.x, row(0), 'Ngày họp:', 'heldOn', half, true),
    ...labelled(half, row(0), 'Số phiếu in:', 'count', AREA.right, true),
    ...labelled(AREA.x, row(1), 'Nơi họp:', 'place', half),
    ...labelled(half, row(1), 'Từ số:', 'firstNumber', AREA.right),
    ...labelled(AREA.x, row(2), 'Tổ trưởng:', 'groupHead', half),
    ...labelled(half, row(2), 'Đến số:', 'lastNumber', AREA.right),
    ...labelled(AREA.x, row(3), 'Cán bộ phụ trách:', 'cadre', half),
    ...labelled(half, row(3), 'Tổ phó:', 'groupDeputy', AREA.right),
  ];
  let y = row(4) + 2;
  const notes = PACKET.coverNote.flatMap((note) => {
    const lines = wrap(note, AREA.w, { italics: true, size: 11 });
    const pieces = lines.map((words, index) =>
      text(AREA.x, y + index * lineHeight(11), words, { italics: true, size: 11 }),
    );
    y += lines.length * lineHeight(11) + 0.8;
    return pieces;
  });
  return {
    pieces: [
      ...headerPieces('superior', 'issuer'),
      ...titlePieces(36, oneLine(PACKET.coverTitle), 'subject'),
      ...rows,
      ...notes,
    ],
    table: { x: AREA.x, top: y + 3 + HEAD_ROW, bottom: AREA.bottom, columns: COVER_COLUMNS, leastRow: 7.8 },
  };
}

function signIn(): PageDesign {
  return {
    pieces: [
      ...headerPieces('superior', 'issuer'),
      ...titlePieces(36, oneLine(PACKET.signInTitle), 'subject'),
      ...labelled(AREA.x, 52, 'Ngày họp:', 'heldOn', AREA.x + 92),
      ...labelled(AREA.x + 92, 52, 'Tổng số hộ:', 'count', AREA.right),
      text(AREA.x, 52 + LINE, oneLine(PACKET.signInCount), { size: BODY }),
    ],
    table: { x: AREA.x, top: 68 + HEAD_ROW, bottom: AREA.bottom, columns: SIGN_IN_COLUMNS, leastRow: 9.6 },
  };
}

function next(title: string, columns: readonly Column[], leastRow: number): PageDesign {
  return {
    pieces: [
      slot(95, 9, { id: 'pageNumber', w: 25, h: 5, fontSize: 13, align: 'center' }),
      text(AREA.x, AREA.top, title, { size: BODY, italics: true }),
      slot(AREA.x + 66, AREA.top, { id: 'subject', w: AREA.w - 66, h: 5, fontSize: BODY, bold: true, align: 'right' }),
    ],
    table: { x: AREA.x, top: AREA.top + 7 + HEAD_ROW, bottom: AREA.bottom, columns, leastRow },
  };
}

function minutesFront(): PageDesign {
  const M = MINUTES;
  const row = (index: number) => 51 + index * LINE;
  const startW = widthMm(oneLine(M.start), { size: BODY });
  const pieces: Piece[] = [
    ...headerPieces('minutesTop', 'minutesMain'),
    ...titlePieces(35, oneLine(M.title), 'minutesSubject'),
    text(AREA.x, row(0), oneLine(M.start), { size: BODY }),
    slot(AREA.x + startW + 1.4, row(0), { id: 'heldOn', w: 40, h: lineHeight(BODY), fontSize: BODY }),
    ...labelled(AREA.x, row(1), oneLine(M.place), 'placeOrDots', AREA.right),
    ...labelled(AREA.x, row(2), oneLine(M.chair), 'groupHeadOrDots', AREA.x + 100),
    ...dotted(AREA.x + 102, row(2), oneLine(M.secretary), AREA.right),
    ...labelled(AREA.x, row(3), oneLine(M.cadre), 'cadreOrDots', AREA.right),
    ...labelled(AREA.x, row(4), oneLine(M.households), 'count', AREA.x + 36),
    text(AREA.x + 36, row(4), oneLine(M.attendance), { size: BODY }),
  ];
  let y = row(5) + 2;
  pieces.push(heading(y, M.policies), ...writingLines(y + 3, 10));
  y += 3 + 10 * 8.2 + 4.5;
  pieces.push(
    heading(y, M.conclusions),
    ...emptyTable(
      AREA.x,
      y + LINE,
      [
        { id: 'task', head: 'Việc', w: 72 },
        { id: 'owner', head: 'Người phụ trách', w: 38 },
        { id: 'due', head: 'Hạn', w: 20 },
        { id: 'result', head: 'Kết quả', w: 35 },
      ],
      7,
      9.6,
    ),
  );
  return { pieces };
}

function voteTable(y: number): readonly Piece[] {
  return emptyTable(
    AREA.x,
    y,
    [
      { id: 'subject', head: 'Nội dung', w: 95 },
      { id: 'for', head: 'Tán thành', w: 23 },
      { id: 'against', head: 'Không', w: 20 },
      { id: 'other', head: 'Ý kiến khác', w: 27 },
    ],
    2,
    9.2,
  );
}

function minutesBack(): PageDesign {
  const M = MINUTES;
  let y = AREA.top;
  const pieces: Piece[] = [
    slot(95, 9, { id: 'pageNumber', w: 25, h: 5, fontSize: 13, align: 'center' }),
    heading(y, M.opinions),
    ...emptyTable(
      AREA.x,
      y + LINE,
      [
        { id: 'row', head: 'STT', w: 10 },
        { id: 'household', head: 'Hộ', w: 33 },
        { id: 'content', head: 'Nội dung', w: 48 },
        { id: 'field', head: 'Lĩnh vực', w: 19 },
        { id: 'answer', head: 'Trả lời\ntại chỗ', w: 20 },
        { id: 'to', head: 'Chuyển ai', w: 20 },
        { id: 'due', head: 'Hạn', w: 15 },
      ],
      9,
      10.4,
    ),
  ];
  y += LINE + HEAD_ROW + 9 * 10.4 + 4;
  pieces.push(heading(y, M.vote), ...voteTable(y + LINE));
  y += LINE + HEAD_ROW + 2 * 9.2 + 4;
  pieces.push(heading(y, M.decisions), ...writingLines(y + 3, 5));
  y += 3 + 5 * 8.2 + 3.5;
  const closing = wrap(oneLine(M.closing), AREA.w, { size: BODY });
  pieces.push(...closing.map((words, index) => text(AREA.x, y + index * (LINE - 1), words, { size: BODY })));
  y += closing.length * (LINE - 1) + 3;
  // The secretary signs on the left, the chair on the right (NĐ 30/2020).
  pieces.push(...signers(y, ['THƯ KÝ', 'ĐẠI DIỆN HỘ', 'CÁN BỘ PHỤ TRÁCH', 'CHỦ TRÌ']));
  return { pieces };
}

function tally(): PageDesign {
  let y = 53;
  const note = wrap(oneLine(PACKET.tallyNote), AREA.w, { size: BODY, italics: true });
  const pieces: Piece[] = [
    ...headerPieces('superior', 'issuer'),
    ...titlePieces(36, oneLine(PACKET.tallyTitle), 'subject'),
    ...labelled(AREA.x, y, 'Ngày họp:', 'heldOn', AREA.x + 92),
    ...labelled(AREA.x + 92, y, 'Số phiếu đã in:', 'count', AREA.right, true),
  ];
  y += LINE + 1;
  pieces.push(
    ...note.map((words, index) => text(AREA.x, y + index * (LINE - 1), words, { size: BODY, italics: true })),
  );
  y += note.length * (LINE - 1) + 3;
  const rowH = 11;
  PACKET.tallyRows.forEach((label, index) => {
    const top = y + index * rowH;
    pieces.push(
      text(AREA.x + 4, top + (rowH - lineHeight(BODY)) / 2, `${index + 1}. ${label}`, { size: BODY }),
      ...countCells(AREA.x + 96, top + 1.4),
      line(AREA.x, top + rowH, AREA.right, top + rowH),
    );
  });
  pieces.push(line(AREA.x, y, AREA.right, y));
  y += PACKET.tallyRows.length * rowH;
  pieces.push(
    text(AREA.x + 4, y + (rowH - lineHeight(BODY)) / 2, 'Cộng (bằng số phiếu đã in)', { size: BODY, bold: true }),
    ...countCells(AREA.x + 96, y + 1.4),
  );
  y += rowH + 4;
  pieces.push(
    ...dotted(AREA.x, y, 'Số hộ dự họp:', AREA.x + 80),
    ...dotted(AREA.x + 84, y, 'Cán bộ phụ trách dự (có, không):', AREA.right),
    ...dotted(AREA.x, y + 8, 'Chính sách đã thông báo:', AREA.right),
    ...writingLines(y + 11, 2),
  );
  pieces.push(...signers(y + 38, ['NGƯỜI GIAO', 'NGƯỜI NHẬN']));
  return { pieces };
}

/** Three cells for a handwritten count. */
function countCells(x: number, y: number): readonly Piece[] {
  const [w, h] = [7, 8.2];
  return [
    line(x, y, x + 3 * w, y, 0.3),
    line(x, y + h, x + 3 * w, y + h, 0.3),
    ...[0, 1, 2, 3].map((index) => line(x + index * w, y, x + index * w, y + h, index % 3 === 0 ? 0.3 : 0.18)),
  ];
}

function heading(y: number, words: readonly string[]): Piece {
  return text(AREA.x, y, oneLine(words), { size: BODY, bold: true });
}

function signers(y: number, posts: readonly string[]): readonly Piece[] {
  const step = AREA.w / posts.length;
  return posts.flatMap((post, index) => {
    const middle = AREA.x + (index + 0.5) * step;
    return [
      centred(middle, y, post, { size: posts.length > 3 ? 11 : BODY, bold: true }),
      centred(middle, y + 5, '(Ký, ghi rõ họ tên)', { size: 11, italics: true }),
    ];
  });
}
