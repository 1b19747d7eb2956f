import { api, call } from '../api/client.ts';

const readSheet = (number: string) => call(api.sheets[':number'].$get({ param: { number } }));
export const sheetQuery = (number: string) => ({ queryKey: ['sheets', number], queryFn: () => readSheet(number) });
export type SheetPage = Awaited<ReturnType<typeof readSheet>>;

export type MoveByHand = 'issued' | 'returned' | 'verified' | 'void' | 'refused' | 'lost';
export const moveSheet = (number: string, kind: MoveByHand, reason: string | null) =>
  call(api.sheets[':number'].events.$post({ param: { number }, json: { kind, reason } }));
