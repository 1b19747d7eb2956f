import type { LayoutMap } from '@gandan/domain/questionnaires';

/** Which form and version it is, in the last line of every side. */
export function editionOf(layout: LayoutMap): string {
  return `Mẫu ${layout.layoutId} · bản ${layout.questionnaire.version}`;
}

/** The name of an office or place: in capitals as the decree has it; else with the committee's usual abbreviation; else in small letters. */
export function officialName(name: string): readonly string[] {
  const short = name.replace(/^ủy ban nhân dân/i, 'UBND');
  return [name.toLocaleUpperCase('vi'), short.toLocaleUpperCase('vi'), short];
}

/** A slip's token in fours, which is read without losing one's place; close, where that is too wide; at least its end. */
export function tokenWordings(token: string): readonly string[] {
  return [token.replace(/(.{4})(?=.)/g, '$1 '), token, `…${token.slice(-8)}`];
}
