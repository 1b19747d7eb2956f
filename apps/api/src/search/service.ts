import { searchHouseholds } from '@gandan/db/households';
import { searchCadres } from '@gandan/db/people';
import { listGroups } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { can, communeOf, require, scope } from '@gandan/domain/policy';
import { readSheetNumber } from '@gandan/domain/sheets';
import { searchKey, searchWords } from '@gandan/domain/text';

export interface SearchHit {
  readonly kind: 'sheet' | 'group' | 'cadre' | 'household';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
}

const SHOWN_OF_A_KIND = 8;

/** What the words typed may mean: a sheet's number, groups, cadres, households. Each kind as far as the actor sees it. */
export async function search(work: Work, q: string): Promise<SearchHit[]> {
  require(work.actor, 'search.read');
  const words = searchWords(q);
  if (words.length === 0) return [];
  return [
    ...sheets(work, q),
    ...(await groups(work, words)),
    ...(await cadres(work, words)),
    ...(await households(work, words)),
  ];
}

/** A number that passes its check is offered as it is; whether one may see the sheet is asked when it is opened. */
function sheets(work: Work, q: string): SearchHit[] {
  const number = can(work.actor, 'sheets.read') ? readSheetNumber(q) : null;
  if (number === null) return [];
  const { text } = number;
  return [{ kind: 'sheet', id: text, title: text, subtitle: 'Phiếu', href: `/sheets/${text}` }];
}

async function groups(work: Work, words: readonly string[]): Promise<SearchHit[]> {
  if (!can(work.actor, 'units.read')) return [];
  const rows = await listGroups(work.trx, communeOf(work), work.today);
  return rows
    .filter((row) => {
      const key = searchKey(row.code, row.name, row.hamletName, row.headName ?? '');
      return words.every((word) => key.includes(word));
    })
    .slice(0, SHOWN_OF_A_KIND)
    .map(({ id, code, name, hamletName }) => ({
      kind: 'group',
      id,
      title: name,
      subtitle: `${code} · ${hamletName}`,
      href: `/groups/${id}`,
    }));
}

async function cadres(work: Work, words: readonly string[]): Promise<SearchHit[]> {
  const reach = scope(work.actor, 'people.read');
  if (reach === null || reach.cadreId === null) return [];
  const only = reach.cadreId === 'all' ? undefined : reach.cadreId;
  const rows = await searchCadres(work.trx, communeOf(work), words, SHOWN_OF_A_KIND, only);
  return rows.map(({ id, code, name, post }) => ({
    kind: 'cadre',
    id,
    title: name,
    subtitle: `${code} · ${post}`,
    href: `/people/${id}`,
  }));
}

async function households(work: Work, words: readonly string[]): Promise<SearchHit[]> {
  if (!can(work.actor, 'households.read')) return [];
  const rows = await searchHouseholds(work.trx, communeOf(work), words, SHOWN_OF_A_KIND);
  return rows.map(({ id, code, headName, groupName, hamletName }) => ({
    kind: 'household',
    id,
    title: headName,
    subtitle: `${code} · ${groupName}, ${hamletName}`,
    href: `/households/${id}`,
  }));
}
