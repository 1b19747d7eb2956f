export * from './official-texts.ts';
export * from './problems.ts';
export * from './stored-form.ts';
export * from './write-sheets.ts';
