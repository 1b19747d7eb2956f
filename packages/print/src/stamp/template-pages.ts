import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import type { ObjectWriter } from './sink.ts';

/** Copies each page of a template into the PDF as a Form XObject; returns their object numbers in page order. */
export async function embedTemplate(out: ObjectWriter, template: Uint8Array): Promise<readonly number[]> {
  const source = await PDFDocument.load(template);
  const copier = new Copier(source.context, out);
  return source.getPages().map((page) => {
    const contents = source.context.lookup(page.node.get(PDFName.of('Contents')));
    if (!(contents instanceof PDFRawStream)) throw new Error('a template page has no single content stream');
    const { width, height } = page.getSize();
    const filter = contents.dict.get(PDFName.of('Filter'));
    const resources = page.node.Resources();
    const id = out.reserve();
    out.stream(
      id,
      `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]` +
        (resources === undefined ? '' : `/Resources ${copier.text(resources)}`) +
        (filter === undefined ? '' : `/Filter ${filter.toString()}`),
      contents.getContents(),
    );
    copier.writePending();
    return id;
  });
}

/** Serialises objects with new numbers and queues what they refer to; each shared object is written once. */
class Copier {
  readonly #context: PDFContext;
  readonly #out: ObjectWriter;
  readonly #numbers = new Map<string, number>();
  readonly #pending: PDFRef[] = [];

  constructor(context: PDFContext, out: ObjectWriter) {
    this.#context = context;
    this.#out = out;
  }

  text(object: PDFObject): string {
    if (object instanceof PDFRef) return `${this.#numberOf(object)} 0 R`;
    if (object instanceof PDFDict) return `<<${this.#entries(object)}>>`;
    if (object instanceof PDFArray) {
      return `[${object
        .asArray()
        .map((item) => this.text(item))
        .join(' ')}]`;
    }
    return object.toString();
  }

  writePending(): void {
    for (let ref = this.#pending.pop(); ref !== undefined; ref = this.#pending.pop()) {
      const object = this.#context.lookup(ref);
      const number = this.#numberOf(ref);
      if (object instanceof PDFRawStream) this.#out.stream(number, this.#entries(object.dict), object.getContents());
      else if (object !== undefined) this.#out.object(number, this.text(object));
    }
  }

  #entries(dict: PDFDict): string {
    return dict
      .entries()
      .filter(([key]) => key.toString() !== '/Length')
      .map(([key, value]) => `${key.toString()} ${this.text(value)}`)
      .join('');
  }

  #numberOf(ref: PDFRef): number {
    let number = this.#numbers.get(ref.toString());
    if (number === undefined) {
      number = this.#out.reserve();
      this.#numbers.set(ref.toString(), number);
      this.#pending.push(ref);
    }
    return number;
  }
}
