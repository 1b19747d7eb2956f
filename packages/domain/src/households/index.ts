export * from './find-table.ts';
export * from './group-finder.ts';
export * from './household.ts';
export * from './import-fields.ts';
export * from './import-plan.ts';
export * from './plan-import.ts';
