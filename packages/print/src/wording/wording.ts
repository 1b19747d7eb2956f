import { createRequire } from 'node:module';
import { formatDate } from '@gandan/domain/calendar';
import type HandlebarsModule from 'handlebars';
import { templates } from './templates.gen.ts';

// The runtime alone: templates are compiled by scripts/wording.ts, nothing is compiled while the product runs.
const runtime: Pick<typeof HandlebarsModule, 'create'> = createRequire(import.meta.url)('handlebars/runtime');
const handlebars = runtime.create();

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** The formatters that templates may use; everything else is prepared in the view model. */
handlebars.registerHelper('date', (date: string) => formatDate(date));
handlebars.registerHelper('longDate', (date: string) => {
  const [day, month, year] = formatDate(date).split('/');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
});
handlebars.registerHelper('number', (value: number) => NUMBER.format(value));
handlebars.registerHelper('upper', (text: string) => text.toLocaleUpperCase('vi'));

type Templates = typeof templates;
export type DocumentName = keyof Templates;

/** The paragraphs of each section of a document. */
export type Wording<Name extends DocumentName> = Readonly<Record<keyof Templates[Name], readonly string[]>>;

/**
 * The sentences of a document with the view model's values in them, by section, one string a paragraph. The strings are
 * plain text: put them into text nodes, never into a definition. A field that a template asks for and the view lacks is
 * an error that names it.
 */
export function wording<Name extends DocumentName>(name: Name, view: object): Wording<Name> {
  const sections = Object.entries<TemplateSpecification>(templates[name]).map(([section, specification]) => {
    const text = handlebars.template(specification)(view);
    return [section, text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))] as const;
  });
  return Object.fromEntries(sections) as unknown as Wording<Name>;
}

/** A section as one text, for places that hold a single paragraph. */
export function oneLine(paragraphs: readonly string[]): string {
  return paragraphs.join(' ');
}
