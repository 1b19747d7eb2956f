export * from './document.ts';
export * from './print.ts';
export * from './self-forms.ts';
