import { households } from './households.ts';
import type { BenchForm } from './side.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles><office:body><office:text>
`;

/** The form as a text document, once a household and two pages each, as a mail merge leaves it: fields are lines of boxes. */
export function formsAsFodt({ layout }: BenchForm, sheets: number): string {
  let body = HEAD;
  for (const { number, texts } of households(sheets)) {
    for (const { page, fields } of layout.pages) {
      const own = `${number} ${texts.headName} ${texts.address} ${texts.householdCode} ${texts.cadre}`;
      body += `<text:p text:style-name="P">${texts.issuer} ${texts.hamlet} ${texts.group}</text:p><text:p>${own} (${page})</text:p>`;
      for (let at = 0; at < fields.length; at += 4) {
        const line = fields.slice(at, at + 4).map(({ question, choice }) => `☐ ${choice ?? ''} ${question}`);
        body += `<text:p>${line.join('   ')}</text:p>`;
      }
    }
  }
  return `${body}</office:text></office:body></office:document>`;
}
