/** One named part of a document's wording, as it stands in the template file. */
export interface Section {
  readonly name: string;
  readonly source: string;
}

const HEADING = /^== ([a-z][A-Za-z0-9]*)$/;

/**
 * Splits a template file into its sections. A section starts with `== name` and runs to the next; each of its lines
 * becomes one paragraph. Lines above the first section are notes to whoever edits the file.
 */
export function splitSections(file: string): readonly Section[] {
  const sections: { name: string; lines: string[] }[] = [];
  for (const line of file.split('\n')) {
    const name = HEADING.exec(line)?.[1];
    if (name !== undefined) {
      if (sections.some((section) => section.name === name)) throw new Error(`Section "${name}" stands twice.`);
      sections.push({ name, lines: [] });
    } else {
      sections.at(-1)?.lines.push(line);
    }
  }
  return sections.map(({ name, lines }) => ({ name, source: lines.join('\n').trim() }));
}
