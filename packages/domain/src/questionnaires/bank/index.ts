import { CIVILISED_TOWN } from './civilised-town.ts';
import { ECONOMY } from './economy.ts';
import { ENVIRONMENT } from './environment.ts';
import { FAMILY } from './family.ts';
import type { BankArea } from './item.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { NEW_COUNTRYSIDE } from './new-countryside.ts';
import { POLICY_FAMILIES } from './policy-families.ts';
import { PROCEDURES } from './procedures.ts';
import { SECURITY } from './security.ts';

export type { BankArea } from './item.ts';

/**
 * Ready questions by area of work, in both languages and with their boxes. They ask about services, needs and places;
 * never about belief, opinion or private life. A question taken from the bank is a copy, free to be changed.
 */
export const QUESTION_BANK: readonly BankArea[] = [
  FAMILY,
  NEW_COUNTRYSIDE,
  CIVILISED_TOWN,
  SECURITY,
  NEIGHBOURS,
  POLICY_FAMILIES,
  ECONOMY,
  ENVIRONMENT,
  PROCEDURES,
];
