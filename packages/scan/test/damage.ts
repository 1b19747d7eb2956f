import { type Random, seeded } from './random.ts';
import type { Paper } from './sheet.ts';

/** A picture of paper: what a scanner or camera gives. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** From millimetres of the picture to millimetres of the paper; null beside the paper. */
type Look = (x: number, y: number) => readonly [number, number];

/** What happens between the paper and the picture. */
export interface Damage {
  readonly dpi?: number;
  /** Degrees. */
  readonly rotation?: number;
  readonly scale?: number;
  /** Held aslant by a phone: how much nearer one edge is, 0 to 0.2. */
  readonly perspective?: number;
  /** Waves of the paper, mm. */
  readonly curl?: number;
  /** Fall of light over the picture, 0 to 0.6. */
  readonly shade?: number;
  /** Radius of blur in pixels. */
  readonly blur?: number;
  /** Standard deviation of noise in grey levels. */
  readonly noise?: number;
  /** 0 black only, 1 as it is. */
  readonly contrast?: number;
  /** 1-bit, as a fax. */
  readonly fax?: boolean;
  readonly stains?: number;
  readonly folds?: number;
  readonly streaks?: number;
  readonly tornCorner?: 0 | 1 | 2 | 3;
  /** The other side shines through, 0 to 0.3. */
  readonly showThrough?: { readonly paper: Paper; readonly strength: number };
  readonly mirrored?: boolean;
  /** What lies around the paper in a photo. */
  readonly background?: number;
  /** Margin of the picture around the paper, mm. */
  readonly around?: number;
}

/** Looks at a paper through all that can happen to it. */
export function takePicture(paper: Paper, damage: Damage, random: Random): Picture {
  const dpi = damage.dpi ?? 200;
  const scale = dpi / 25.4;
  const paperW = (paper.width / paper.dpi) * 25.4;
  const paperH = (paper.height / paper.dpi) * 25.4;
  const around = damage.around ?? 0;
  const width = Math.round((paperW + 2 * around) * scale);
  const height = Math.round((paperH + 2 * around) * scale);
  const look = lookThrough(damage, paperW, paperH, random);
  const picture = drawn(paper, look, { width, height, scale, around }, damage.background ?? 255);
  if (damage.showThrough !== undefined) shineThrough(picture, width, height, damage.showThrough, scale, around);
  stain(picture, width, height, scale, damage, random);
  light(picture, width, height, damage, random);
  const blurred = (damage.blur ?? 0) > 0 ? blur(picture, width, height, damage.blur ?? 0) : picture;
  return { width, height, data: exposed(blurred, damage, random) };
}

function lookThrough(damage: Damage, w: number, h: number, random: Random): Look {
  const angle = ((damage.rotation ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const zoom = damage.scale ?? 1;
  const [tiltX, tiltY] = [random.between(-1, 1), random.between(-1, 1)].map(
    (share) => (share * (damage.perspective ?? 0)) / (h / 2),
  ) as [number, number];
  const wave = { phase: random.between(0, 6), length: random.between(150, 320) };
  const curl = damage.curl ?? 0;
  return (x, y) => {
    const [dx, dy] = [x - w / 2, y - h / 2];
    const depth = 1 + tiltX * dx + tiltY * dy;
    const [flatX, flatY] = [dx / depth, dy / depth];
    let u = (cos * flatX + sin * flatY) / zoom;
    let v = (cos * flatY - sin * flatX) / zoom;
    if (damage.mirrored === true) u = -u;
    if (curl > 0) {
      const bend = Math.sin((v * 2 * Math.PI) / wave.length + wave.phase);
      u += curl * 0.6 * bend * (u / w + 0.5);
      v += curl * Math.sin((u * 2 * Math.PI) / (wave.length * 1.2) + wave.phase) * 0.8;
    }
    return [u + w / 2, v + h / 2];
  };
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly around: number;
}

/** Pixels between two places at which the way to look is worked out exactly. */
const CELL = 16;

/** Looks exactly at the corners of small cells and straight between them: thousands of times fewer steps, same picture. */
function drawn(paper: Paper, look: Look, frame: Frame, background: number): Float32Array {
  const { width, height, scale, around } = frame;
  const picture = new Float32Array(width * height);
  const perMm = paper.dpi / 25.4;
  const corner = (x: number, y: number) => {
    const [u, v] = look((x + 0.5) / scale - around, (y + 0.5) / scale - around);
    return [u * perMm - 0.5, v * perMm - 0.5] as const;
  };
  for (let top = 0; top < height; top += CELL) {
    for (let left = 0; left < width; left += CELL) {
      const [a, b] = [corner(left, top), corner(left + CELL, top)];
      const [c, d] = [corner(left, top + CELL), corner(left + CELL, top + CELL)];
      const [right, bottom] = [Math.min(width, left + CELL), Math.min(height, top + CELL)];
      for (let y = top; y < bottom; y += 1) {
        const down = (y - top) / CELL;
        const fromU = a[0] + (c[0] - a[0]) * down;
        const fromV = a[1] + (c[1] - a[1]) * down;
        const stepU = (b[0] + (d[0] - b[0]) * down - fromU) / CELL;
        const stepV = (b[1] + (d[1] - b[1]) * down - fromV) / CELL;
        for (let x = left; x < right; x += 1) {
          const along = x - left;
          picture[y * width + x] = sample(paper, fromU + stepU * along, fromV + stepV * along, background);
        }
      }
    }
  }
  return picture;
}

function sample({ width, height, data }: Paper, x: number, y: number, outside: number): number {
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return outside;
  const left = x | 0;
  const top = y | 0;
  const right = x - left;
  const down = y - top;
  const at = top * width + left;
  const above = (data[at] as number) * (1 - right) + (data[at + 1] as number) * right;
  const below = (data[at + width] as number) * (1 - right) + (data[at + width + 1] as number) * right;
  return above * (1 - down) + below * down;
}

function shineThrough(
  picture: Float32Array,
  width: number,
  height: number,
  { paper, strength }: { readonly paper: Paper; readonly strength: number },
  scale: number,
  around: number,
): void {
  const perMm = paper.dpi / 25.4;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = paper.width - (x / scale - around) * perMm;
      const back = sample(paper, u, (y / scale - around) * perMm, 255);
      const at = y * width + x;
      picture[at] = (picture[at] as number) * (1 - strength * (1 - back / 255));
    }
  }
}

function stain(
  picture: Float32Array,
  width: number,
  height: number,
  scale: number,
  damage: Damage,
  random: Random,
): void {
  const darken = (x: number, y: number, factor: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const at = Math.floor(y) * width + Math.floor(x);
    picture[at] = (picture[at] as number) * factor;
  };
  for (let index = 0; index < (damage.stains ?? 0); index += 1) {
    const [cx, cy, r] = [random.between(0, width), random.between(0, height), random.between(6, 22) * scale];
    const depth = random.between(0.12, 0.35);
    for (let y = Math.floor(cy - r); y < cy + r; y += 1) {
      for (let x = Math.floor(cx - r); x < cx + r; x += 1) {
        const off = Math.hypot(x - cx, y - cy) / r;
        // Coffee dries darkest at its rim.
        if (off < 1) darken(x, y, 1 - depth * (off > 0.88 ? 1.25 : 0.75));
      }
    }
  }
  for (let index = 0; index < (damage.folds ?? 0); index += 1) {
    const at = height * random.pick([0.25, 0.5, 0.75]) + random.between(-20, 20);
    const slope = random.between(-0.01, 0.01);
    for (let x = 0; x < width; x += 1) {
      for (let row = -2; row <= 2; row += 1) darken(x, at + slope * x + row, 1 - 0.35 / (1 + row * row));
    }
  }
  for (let index = 0; index < (damage.streaks ?? 0); index += 1) {
    const at = random.between(0.05, 0.95) * width;
    const depth = random.between(0.25, 0.7);
    for (let y = 0; y < height; y += 1) {
      darken(at, y, 1 - depth);
      darken(at + 1, y, 1 - depth * 0.7);
    }
  }
  if (damage.tornCorner !== undefined) {
    const reach = random.between(18, 38) * scale;
    const [right, bottom] = [damage.tornCorner % 2 === 1, damage.tornCorner >= 2];
    for (let y = 0; y < reach; y += 1) {
      for (let x = 0; x < reach - y; x += 1) {
        const [px, py] = [right ? width - 1 - x : x, bottom ? height - 1 - y : y];
        picture[py * width + px] = damage.background ?? 250;
      }
    }
  }
}

function light(picture: Float32Array, width: number, height: number, { shade = 0 }: Damage, random: Random): void {
  if (shade === 0) return;
  const angle = random.between(0, 2 * Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = ((x / width - 0.5) * cos + (y / height - 0.5) * sin + 0.7) / 1.4;
      const at = y * width + x;
      picture[at] = (picture[at] as number) * (1 - shade * along);
    }
  }
}

function blur(picture: Float32Array, width: number, height: number, radius: number): Float32Array {
  const reach = Math.ceil(radius * 2);
  const kernel = new Float32Array(2 * reach + 1);
  for (let at = -reach; at <= reach; at += 1) kernel[at + reach] = Math.exp((-at * at) / (2 * radius * radius));
  const total = kernel.reduce((sum, value) => sum + value, 0);
  const pass = (source: Float32Array, step: number, stride: number, length: number, lines: number) => {
    const out = new Float32Array(source.length);
    for (let line = 0; line < lines; line += 1) {
      for (let here = 0; here < length; here += 1) {
        let sum = 0;
        for (let offset = -reach; offset <= reach; offset += 1) {
          const there = Math.max(0, Math.min(length - 1, here + offset));
          sum += (kernel[offset + reach] as number) * (source[line * stride + there * step] as number);
        }
        out[line * stride + here * step] = sum / total;
      }
    }
    return out;
  };
  return pass(pass(picture, 1, width, width, height), width, 1, height, width);
}

/** Ready-made grain: drawing three numbers for each of millions of pixels would take most of a trial's time. */
const GRAIN = (() => {
  const random = seeded(20261124);
  return Float32Array.from({ length: 1 << 16 }, () => (random.next() + random.next() + random.next() - 1.5) * 2);
})();

function exposed(picture: Float32Array, damage: Damage, random: Random): Uint8Array {
  const { noise = 0, contrast = 1, fax = false } = damage;
  const data = new Uint8Array(picture.length);
  let state = Math.floor(random.next() * 0xffffffff) | 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const grain = noise * (GRAIN[state >>> 16] as number);
    const value = 250 - (250 - (picture[at] as number)) * contrast + grain;
    data[at] = fax ? (value < 150 ? 0 : 255) : Math.max(0, Math.min(255, value));
  }
  return data;
}
