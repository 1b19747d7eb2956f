export { slug } from './names.ts';
export * from './read.ts';
export type { ReportLevel, ReportRow } from './report.ts';
export type { Sheets } from './sheet.ts';
export * from './write.ts';
