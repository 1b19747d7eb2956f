import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { LayoutPage } from '@gandan/domain/questionnaires';

/**
 * Auto Multiple Choice's detector, as its own program calls it: the corner marks once, then each box. It is told which
 * page it sees and which way up, since its own code for that is not on our paper. Debian: `auto-multiple-choice`;
 * GANDAN_AMC_DETECT names the program where it lies elsewhere.
 */
export const AMC_DETECT = [
  process.env.GANDAN_AMC_DETECT,
  '/usr/libexec/AMC/exec/AMC-detect',
  '/usr/lib/AMC/exec/AMC-detect',
]
  .filter((path) => path !== undefined && path !== '')
  .find((path) => existsSync(path as string));

/** Its defaults: tolerance of the marks' size, share of a box that is looked at, grey that counts as black. */
const DEFAULTS = { tolerance: 0.2, proportion: 0.8, black: 0.6 } as const;

export interface AmcPage {
  readonly file: string;
  readonly page: LayoutPage;
  readonly size: { readonly w: number; readonly h: number };
  readonly upsideDown: boolean;
}

/** Share of black of every box by field id; null when it did not find the corner marks. */
export function detect({ file, page, size, upsideDown }: AmcPage): ReadonlyMap<string, number> | null {
  if (AMC_DETECT === undefined) throw new Error('AMC-detect is not installed');
  const corners = ['tl', 'tr', 'br', 'bl'].map((id) => page.marks.find((mark) => mark.id === id));
  const places = corners.map((mark) => (mark === undefined ? '0,0' : `${mark.x + mark.s / 2},${mark.y + mark.s / 2}`));
  const boxes = page.fields.filter(({ kind }) => kind === 'choice');
  const input = [
    `load ${file}`,
    ...(upsideDown ? ['rotate180'] : []),
    `optim ${places.join(' ')}`,
    ...(upsideDown ? ['rotateOK'] : []),
    ...boxes.flatMap(({ x, y, w, h }, index) => [
      `id 1 1 1 ${index + 1}`,
      `mesure0 ${DEFAULTS.proportion} square ${x} ${x + w} ${y} ${y + h}`,
    ]),
  ];
  const side = page.marks[0]?.s ?? 5;
  const args = [
    '-x',
    size.w,
    '-y',
    size.h,
    '-d',
    side,
    '-p',
    DEFAULTS.tolerance,
    '-m',
    DEFAULTS.tolerance,
    '-t',
    DEFAULTS.black,
    '-c',
    3,
  ];
  const { stdout } = spawnSync(AMC_DETECT, args.map(String), { input: `${input.join('\n')}\n`, encoding: 'utf8' });
  const shares = [...(stdout ?? '').matchAll(/^PIX (\d+) (\d+)$/gm)].map(
    ([, black, all]) => Number(black) / Number(all),
  );
  if (shares.length !== boxes.length) return null;
  return new Map(boxes.map(({ id }, index) => [id, shares[index] ?? 0]));
}

/** CPU seconds of the programs that this process has waited for; Linux only. */
export function childSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
