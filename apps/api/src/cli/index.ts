import { backup } from './backup.ts';
import { evaluate } from './evaluate.ts';
import { importHouseholds } from './import-households.ts';
import { printPacket } from './print-packet.ts';
import { restore } from './restore.ts';
import type { Verb } from './verb.ts';

/** Every verb, in the order of the journey; each lives in a file of its own. */
export const VERBS: readonly Verb[] = [importHouseholds, printPacket, evaluate, backup, restore];
