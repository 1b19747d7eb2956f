import type { PetitionKind } from '@gandan/domain/petitions';
import { api, call } from '../api/client.ts';

const readList = () => call(api.petitions.$get({ query: {} }));
export const petitionsQuery = { queryKey: ['petitions'], queryFn: readList };
export type PetitionRow = Awaited<ReturnType<typeof readList>>['items'][number];

const readOne = (year: number, id: string) =>
  call(api.petitions[':year'][':id'].$get({ param: { year: String(year), id } }));
export const petitionQuery = (year: number, id: string) => ({
  queryKey: ['petitions', year, id],
  queryFn: () => readOne(year, id),
});
export type PetitionPage = Awaited<ReturnType<typeof readOne>>;

export interface NewPetition {
  readonly kind: PetitionKind;
  readonly field: string;
  readonly content: string;
  readonly groupId: string;
  readonly householdId: string | null;
  readonly replyBy: string | null;
  readonly receivedOn: string;
}
export const receivePetition = (petition: NewPetition) => call(api.petitions.$post({ json: petition }));

type Move = Parameters<(typeof api.petitions)[':year'][':id']['events']['$post']>[0]['json'];
export const actOnPetition = (petition: { readonly year: number; readonly id: string }, move: Move) =>
  call(
    api.petitions[':year'][':id'].events.$post({ param: { year: String(petition.year), id: petition.id }, json: move }),
  );
export type { Move };

const readCadres = () => call(api.cadres.$get());
export const cadresQuery = { queryKey: ['cadres'], queryFn: readCadres };
const readHouseholds = () => call(api.households.$get());
export const householdsQuery = { queryKey: ['households'], queryFn: readHouseholds };
