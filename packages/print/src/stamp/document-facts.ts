import { textString } from './text-string.ts';

/** What the document says about itself. */
export interface DocumentFacts {
  readonly title: string;
  /** The office that prints it. */
  readonly author?: string;
  /** Vietnamese when left out. */
  readonly language?: string;
  readonly createdAt: Date;
}

/** The info dictionary, for viewers that do not read XMP. */
export function infoDictionary({ title, author, createdAt }: DocumentFacts): string {
  const date = pdfDate(createdAt);
  const by = author === undefined ? '' : `/Author ${textString(author)}`;
  return `<</Title ${textString(title)}${by}/Producer ${textString('Gần Dân')}/CreationDate(${date})/ModDate(${date})>>`;
}

export const languageOf = ({ language }: DocumentFacts) => language ?? 'vi-VN';

function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

/** The same as XMP metadata. */
export function xmp(facts: DocumentFacts): string {
  const { title, author, createdAt } = facts;
  const date = createdAt.toISOString();
  const creator =
    author === undefined ? '' : `\n<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>${creator}
<dc:language><rdf:Bag><rdf:li>${escaped(languageOf(facts))}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>Gần Dân</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.normalize('NFC').replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
