import { api, call } from '../api/client.ts';

const readMeetings = (year: number) => call(api.meetings.$get({ query: { year: String(year) } }));
export const meetingsQuery = (year: number) => ({ queryKey: ['meetings', year], queryFn: () => readMeetings(year) });
export type MeetingRow = Awaited<ReturnType<typeof readMeetings>>['items'][number];

const readMeeting = (year: number, id: string) =>
  call(api.meetings[':year'][':id'].$get({ param: { year: String(year), id } }));
export const meetingQuery = (year: number, id: string) => ({
  queryKey: ['meetings', year, id],
  queryFn: () => readMeeting(year, id),
});
export type MeetingPage = Awaited<ReturnType<typeof readMeeting>>;

const readGroups = () => call(api.groups.$get());
export const groupsQuery = { queryKey: ['groups'], queryFn: readGroups };
export type GroupRow = Awaited<ReturnType<typeof readGroups>>['items'][number];

const of = (meeting: { readonly year: number; readonly id: string }) => ({
  param: { year: String(meeting.year), id: meeting.id },
});
type Ref = { readonly year: number; readonly id: string };

export const planMeetings = (groupIds: string[], heldOn: string, place: string, questionnaireId: string | null) =>
  call(
    api.meetings.$post({
      json: { groupIds, heldOn, place: place.trim() || null, ...(questionnaireId === null ? {} : { questionnaireId }) },
    }),
  );
export interface PrintOptions {
  readonly again?: boolean;
  readonly sheets?: string[] | { from: string; to: string };
  readonly reason?: string;
  readonly paper?: 'a4' | 'large';
  readonly papers?: { sheets?: boolean; slips?: boolean; minutes?: boolean };
  readonly files?: 'one' | 'hamlet' | 'group';
}
export const printMeetings = (meetings: readonly Ref[], options: PrintOptions = {}) =>
  call(api.meetings.print.$post({ json: { meetings: meetings.map(({ year, id }) => ({ year, id })), ...options } }));
const readForms = () => call(api.meetings.forms.$get());
/** The household questionnaires that a meeting can be planned with. */
export const formsQuery = { queryKey: ['meetings', 'forms'], queryFn: readForms };
export const markReturned = (meeting: Ref, numbers: string[]) =>
  call(api.meetings[':year'][':id'].returned.$post({ ...of(meeting), json: { numbers } }));
export const closeMeeting = (meeting: Ref) => call(api.meetings[':year'][':id'].close.$post(of(meeting)));
export const cancelMeeting = (meeting: Ref, reason: string) =>
  call(api.meetings[':year'][':id'].cancel.$post({ ...of(meeting), json: { reason } }));

export interface Minutes {
  readonly cadrePresent: boolean;
  readonly cadreId: string | null;
  readonly householdsPresent: number;
  readonly policiesTold: string[];
  readonly note: string | null;
}
export const recordMinutes = (meeting: Ref, minutes: Minutes) =>
  call(api.meetings[':year'][':id'].record.$post({ ...of(meeting), json: minutes }));
export const moveSheet = (
  number: string,
  kind: 'refused' | 'lost' | 'void' | 'issued' | 'returned' | 'verified',
  reason: string | null,
) => call(api.sheets[':number'].events.$post({ param: { number }, json: { kind, reason } }));
