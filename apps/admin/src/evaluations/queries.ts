import type {
  AppealInput,
  CommentInput,
  DecisionInput,
  EvaluationView,
  NoticeInput,
  ProposalInput,
  SelfInput,
  Step,
  StepKind,
  Veto,
} from '@gandan/domain/evaluations';
import { api, call } from '../api/client.ts';

const readList = (year: number) => call(api.evaluations.$get({ query: { year: String(year) } }));
export const evaluationsQuery = (year: number) => ({ queryKey: ['evaluations', year], queryFn: () => readList(year) });
export type EvaluationRow = Awaited<ReturnType<typeof readList>>['items'][number];

/** One evaluation as the api sends it: the domain's view, and what this person may do with it now. */
export type Evaluation = EvaluationView & {
  readonly id: string;
  readonly cadreId: string;
  readonly steps: readonly Step[];
  readonly correctedBy: string | null;
  readonly vetoChoices: readonly Veto[];
  readonly resultFormula: string;
  readonly next: readonly StepKind[];
  readonly mayCorrect: boolean;
};

const at = (year: number, id: string) => ({ param: { year: String(year), id } });
const one = () => api.evaluations[':year'][':id'];
// Hono makes plain JSON types of the view; it is the domain's own type again on this side.
const view = (request: Parameters<typeof call>[0]) => call(request) as Promise<Evaluation>;

export const evaluationQuery = (year: number, id: string) => ({
  queryKey: ['evaluations', year, id],
  queryFn: () => view(one().$get(at(year, id))),
});
export const openEvaluation = (cadreId: string, year: number) =>
  view(api.evaluations.$post({ json: { cadreId, year } }));

type Of = Pick<Evaluation, 'year' | 'id'>;
export const assessSelf = ({ year, id }: Of, json: SelfInput) => view(one().self.$post({ ...at(year, id), json }));
export const comment = ({ year, id }: Of, json: CommentInput) => view(one().comment.$post({ ...at(year, id), json }));
export const propose = ({ year, id }: Of, json: ProposalInput) => view(one().proposal.$post({ ...at(year, id), json }));
export const decide = ({ year, id }: Of, json: DecisionInput) => view(one().decision.$post({ ...at(year, id), json }));
export const tell = ({ year, id }: Of, json: NoticeInput) => view(one().notice.$post({ ...at(year, id), json }));
export const appeal = ({ year, id }: Of, json: AppealInput) => view(one().appeal.$post({ ...at(year, id), json }));
export const correct = ({ year, id }: Of, reason: string) =>
  view(one().correct.$post({ ...at(year, id), json: { reason } }));

export type Part = '01' | '02' | 'annex';
export const documentAddress = ({ year, id }: Of, part?: Part) =>
  `/api/evaluations/${year}/${id}/document.pdf${part === undefined ? '' : `?part=${part}`}`;
/** The paper form of the cadre's own account, with the figures that are known filled in. */
export const selfFormAddress = ({ year, id }: Of) => `/api/evaluations/${year}/${id}/self-form.pdf`;
export const printSelfForms = (year: number) => call(api.evaluations['self-forms'].$post({ json: { year } }));
