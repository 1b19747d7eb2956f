import type { Damage } from './damage.ts';
import type { Random } from './random.ts';
import type { Paper } from './sheet.ts';

/** What a picture of one class suffers; `back` is the other side of the same leaf. */
export type DamageClass = (random: Random, back: Paper) => Damage & { readonly jpeg?: number };

const PHONE = { background: 90, around: 14 } as const;

/** Kinds of damage as they come from offices and phones, each within what people still accept. */
export const DAMAGE_CLASSES: Readonly<Record<string, DamageClass>> = {
  clean: () => ({}),
  '150 dpi': (r) => ({ dpi: 150, rotation: r.between(-1, 1), blur: 0.5, noise: 4, jpeg: 75 }),
  '300 dpi': (r) => ({ dpi: 300, rotation: r.between(-1, 1), blur: 0.8, noise: 5, jpeg: 80 }),
  rotated: (r) => ({ rotation: r.between(-6, 6), noise: 3, jpeg: 80, around: 8 }),
  'upside down': (r) => ({ rotation: 180 + r.between(-2, 2), noise: 3, jpeg: 80 }),
  sideways: (r) => ({ rotation: r.pick([90, 270]) + r.between(-1.5, 1.5), around: 50, noise: 3, jpeg: 80 }),
  scaled: (r) => ({ scale: r.between(0.95, 1.03), rotation: r.between(-1, 1), noise: 3, jpeg: 80, around: 5 }),
  blurred: (r) => ({ blur: r.between(1.2, 1.9), noise: 4, jpeg: 70 }),
  noisy: (r) => ({ noise: r.between(14, 22), blur: 0.6, jpeg: 75 }),
  faint: (r) => ({ contrast: r.between(0.4, 0.6), noise: 5, blur: 0.7, jpeg: 80 }),
  shaded: (r) => ({ shade: r.between(0.3, 0.55), noise: 5, blur: 0.7, jpeg: 75 }),
  'strong JPEG': (r) => ({ rotation: r.between(-1, 1), noise: 3, jpeg: r.between(18, 30) }),
  phone: (r) => {
    const perspective = r.between(0.04, 0.12);
    return { ...PHONE, perspective, rotation: r.between(-8, 8), shade: 0.35, blur: 1, noise: 6, jpeg: 78, dpi: 220 };
  },
  'curled phone': (r) => {
    const held = { perspective: r.between(0.02, 0.07), curl: r.between(0.6, 1.8), rotation: r.between(-4, 4) };
    return { ...PHONE, ...held, shade: 0.35, blur: 0.8, noise: 5, jpeg: 80, dpi: 220 };
  },
  fax: (r) => ({ fax: true, rotation: r.between(-1, 1), blur: 0.6, noise: 10 }),
  stained: (r) => ({ stains: 4, rotation: r.between(-1, 1), noise: 4, jpeg: 80 }),
  folded: (r) => ({ folds: 2, shade: 0.15, rotation: r.between(-1, 1), noise: 4, jpeg: 80 }),
  streaked: (r) => ({ streaks: 2, rotation: r.between(-0.3, 0.3), noise: 4, jpeg: 80 }),
  torn: (r) => ({ tornCorner: r.pick([0, 1, 2, 3] as const), rotation: r.between(-1, 1), noise: 4, jpeg: 80 }),
  'shines through': (r, back) => {
    return { showThrough: { paper: back, strength: r.between(0.1, 0.2) }, noise: 4, blur: 0.5, jpeg: 80 };
  },
};
