import { formatDate, type PlainDate } from '@gandan/domain/calendar';
import type { Content, DynamicContent } from 'pdfmake/interfaces.js';
import { type Face, mm, textWidth } from '../pdf/index.ts';

/**
 * Layout of state documents, NĐ 30/2020/NĐ-CP, Appendix I: sizes in points, lengths in points unless named otherwise.
 * Every function builds fresh pdfmake content; texts go into plain text nodes only.
 */
export const ND30 = {
  /** Left 30, top and bottom 20, right 15 mm: inside the ranges of the decree, and most text on a page. */
  pageMargins: [mm(30), mm(20), mm(15), mm(20)] as [number, number, number, number],
  body: 13,
  small: 11,
  /** Width between the margins. */
  width: mm(210 - 30 - 15),
  /** First line indent of a paragraph: 10 mm. */
  indent: mm(10),
} as const;

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const RULE = 0.6;

/** Who issues the document (top left) and, optionally, its number. */
export interface IssuerLines {
  readonly superior: string;
  readonly issuer: string;
  /** Without the office's own code: `05/BC-UBND`. Absent on forms that carry no number. */
  readonly number?: string;
}

/** Quốc hiệu and tiêu ngữ on the right, the issuer on the left, the number and the place and date under them. */
export function officialHeader(lines: IssuerLines, placeAndDate?: string): Content {
  const left = ND30.width * 0.42;
  const right = ND30.width - left;
  const issuerWidth = widestLine(lines.issuer, 12, 'bold', left);
  return {
    columns: [
      {
        width: left,
        stack: [
          { text: upper(lines.superior), fontSize: 12, alignment: 'center' },
          { text: upper(lines.issuer), fontSize: 12, bold: true, alignment: 'center' },
          // The decree asks for a rule of a third to a half of the line above it.
          centredRule(left, issuerWidth * 0.42),
          ...(lines.number === undefined
            ? []
            : [
                { text: `Số: ${lines.number}`, fontSize: 13, alignment: 'center' as const, margin: margin(0, 6, 0, 0) },
              ]),
        ],
      },
      {
        width: right,
        stack: [
          // 12 points with the line kept whole: 13 does not fit beside an issuer's long name.
          { text: NATION, fontSize: 12, bold: true, alignment: 'center', noWrap: true },
          { text: MOTTO, fontSize: 13, bold: true, alignment: 'center' },
          centredRule(right, textWidth(MOTTO, 13, 'bold')),
          ...(placeAndDate === undefined
            ? []
            : [
                {
                  text: placeAndDate,
                  fontSize: 13,
                  italics: true,
                  alignment: 'center' as const,
                  margin: margin(0, 6, 0, 0),
                },
              ]),
        ],
      },
    ],
    margin: margin(0, 0, 0, 12),
  };
}

/** `Phú Lễ, ngày 05 tháng 02 năm 2026`: a zero before days below 10 and the months 1 and 2. */
export function placeAndDate(place: string, date: PlainDate): string {
  const [day, month, year] = formatDate(date).split('/');
  const monthText = Number(month) > 2 ? String(Number(month)) : month;
  return `${place}, ngày ${day} tháng ${monthText} năm ${year}`;
}

/** The same line with dots to be filled by hand. */
export function placeAndBlankDate(place: string): string {
  return `${place}, ngày ...... tháng ...... năm ..........`;
}

/** Name of the document in bold capitals and its subject below, closed by a short rule. */
export function officialTitle(title: string, subject?: string, options: { readonly rule?: boolean } = {}): Content {
  const below = subject ?? title;
  const ruleWidth = widestLine(subject === undefined ? upper(title) : below, 13.5, 'bold', ND30.width) * 0.4;
  return {
    stack: [
      { text: upper(title), fontSize: 14, bold: true, alignment: 'center' },
      ...(subject === undefined ? [] : [{ text: subject, fontSize: 13.5, bold: true, alignment: 'center' as const }]),
      ...(options.rule === false ? [] : [centredRule(ND30.width, ruleWidth)]),
    ],
    margin: margin(0, 6, 0, 12),
  };
}

/** A paragraph of the body: justified, first line indented, six points above the next. */
export function paragraph(text: string): Content {
  return {
    text,
    fontSize: ND30.body,
    alignment: 'justify',
    leadingIndent: ND30.indent,
    lineHeight: 1.15,
    margin: margin(0, 0, 0, 6),
  };
}

/** `I. …` or `1. …` in bold; stays with what follows it. */
export function heading(text: string): Content {
  return { text, fontSize: ND30.body, bold: true, headlineLevel: 1, margin: margin(0, 6, 0, 4) };
}

/** One signer: `TM.`/`KT.`/`TL.` lines and the post in bold capitals, how to sign in italics, the name in bold below. */
export interface Signer {
  readonly lines: readonly string[];
  readonly note?: string;
  readonly name?: string;
  /** Its own place and date, where each signer has one (Mẫu số 02). */
  readonly dateLine?: string;
}

/** The signers side by side; a biên bản names the secretary first (left) and the chair last (right). */
export function signatures(signers: readonly Signer[], room: number = mm(24)): Content {
  return {
    columns: signers.map((signer) => ({
      width: '*',
      stack: [
        ...(signer.dateLine === undefined
          ? []
          : [{ text: signer.dateLine, fontSize: 13, italics: true, alignment: 'center' as const }]),
        ...signer.lines.map((line) => ({ text: upper(line), fontSize: 13, bold: true, alignment: 'center' as const })),
        ...(signer.note === undefined
          ? []
          : [{ text: signer.note, fontSize: 12, italics: true, alignment: 'center' as const }]),
        {
          text: signer.name ?? ' ',
          fontSize: 13,
          bold: true,
          alignment: 'center' as const,
          margin: margin(0, room, 0, 0),
        },
      ],
    })),
    columnGap: mm(4),
    unbreakable: true,
    margin: margin(0, 12, 0, 0),
  };
}

/** Page numbers: centred in the top margin, from page 2 on. Use as the `header` of the definition. */
export const pageNumbers: DynamicContent = (page) =>
  page === 1 ? null : { text: String(page), fontSize: 13, alignment: 'center', margin: margin(0, mm(10), 0, 0) };

/** A rule of that length, centred in a column of that width. */
export function centredRule(columnWidth: number, length: number): Content {
  const start = (columnWidth - length) / 2;
  return {
    canvas: [{ type: 'line', x1: start, y1: 2, x2: start + length, y2: 2, lineWidth: RULE }],
    margin: margin(0, 0, 0, 2),
  };
}

// A name too long for the column wraps; the rule then goes by the longest line, not by the whole name.
function widestLine(text: string, size: number, face: Face, column: number): number {
  return Math.min(textWidth(text, size, face), column);
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function margin(left: number, top: number, right: number, bottom: number): [number, number, number, number] {
  return [left, top, right, bottom];
}
