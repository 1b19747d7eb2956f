import type { Random } from './random.ts';
import type { Paper } from './sheet.ts';

type Place = readonly [x: number, y: number];

/** What is written with. */
export interface Pen {
  /** Width of the stroke, mm. */
  readonly width: number;
  /** 0 to 1. */
  readonly darkness: number;
  /** How unsteady the hand is, mm. */
  readonly shake: number;
}

export const BALLPOINT: Pen = { width: 0.42, darkness: 0.85, shake: 0.12 };
export const FINE_PEN: Pen = { width: 0.3, darkness: 0.75, shake: 0.1 };
export const FELT_PEN: Pen = { width: 0.8, darkness: 0.92, shake: 0.15 };
export const PENCIL: Pen = { width: 0.5, darkness: 0.42, shake: 0.14 };
export const LIGHT_PENCIL: Pen = { width: 0.5, darkness: 0.25, shake: 0.14 };
export const SHAKY: Pen = { width: 0.45, darkness: 0.8, shake: 0.35 };

export const INK_PENS: readonly Pen[] = [BALLPOINT, FINE_PEN, FELT_PEN, SHAKY];

/** Draws on a copy of a paper. Lengths in millimetres. */
export class Hand {
  readonly #paper: Paper;
  readonly #random: Random;
  readonly data: Uint8Array;

  constructor(paper: Paper, random: Random) {
    this.#paper = paper;
    this.#random = random;
    this.data = paper.data.slice();
  }

  /** A stroke through places, bent and shaken as hands do. */
  stroke(pen: Pen, ...places: readonly Place[]): void {
    const wobble = () => this.#random.normal() * pen.shake * 0.5;
    const moved = places.map(([x, y]): Place => [x + wobble(), y + wobble()]);
    for (let at = 1; at < moved.length; at += 1) {
      const [from, to] = [moved[at - 1], moved[at]] as [Place, Place];
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const bend = wobble() * Math.min(1, length / 3);
      const steps = Math.max(2, Math.ceil(length / 0.08));
      for (let step = 0; step <= steps; step += 1) {
        const share = step / steps;
        const bow = Math.sin(share * Math.PI) * bend;
        const x = from[0] + (to[0] - from[0]) * share - ((to[1] - from[1]) / (length || 1)) * bow;
        const y = from[1] + (to[1] - from[1]) * share + ((to[0] - from[0]) / (length || 1)) * bow;
        // A pen presses unevenly.
        this.#dot(x, y, pen.width / 2, pen.darkness * (0.86 + 0.14 * Math.sin(step * 0.37 + x)));
      }
    }
  }

  x(pen: Pen, x: number, y: number, side: number): void {
    const r = this.#random;
    const over = () => r.between(-0.18, 0.12) * side;
    this.stroke(pen, [x - over(), y - over()], [x + side + over(), y + side + over()]);
    this.stroke(pen, [x + side + over(), y - over()], [x - over(), y + side + over()]);
  }

  tick(pen: Pen, x: number, y: number, side: number): void {
    const r = this.#random;
    const low: Place = [x + side * r.between(0.3, 0.5), y + side * r.between(0.75, 1)];
    this.stroke(pen, [x + side * r.between(0, 0.2), y + side * r.between(0.4, 0.6)], low);
    this.stroke(pen, low, [x + side * r.between(0.85, 1.3), y + side * r.between(-0.25, 0.2)]);
  }

  slash(pen: Pen, x: number, y: number, side: number): void {
    const r = this.#random;
    const over = () => r.between(-0.12, 0.15) * side;
    this.stroke(pen, [x + side + over(), y - over()], [x - over(), y + side + over()]);
  }

  /** Fills a box as one does to take an answer back: dense strokes to and fro. */
  fill(pen: Pen, x: number, y: number, side: number): void {
    const r = this.#random;
    const step = pen.width * 0.7;
    for (let at = 0; at <= side; at += step) {
      this.stroke(
        pen,
        [x + r.between(-0.3, 0.35), y + at + r.between(-0.1, 0.1)],
        [x + side + r.between(-0.35, 0.3), y + at + r.between(-0.1, 0.1)],
      );
    }
  }

  ring(pen: Pen, x: number, y: number, side: number): void {
    const r = this.#random;
    const [radiusX, radiusY] = [side * r.between(0.72, 0.98), side * r.between(0.68, 0.9)];
    const start = r.between(0, Math.PI);
    const places: Place[] = [];
    for (let turn = 0; turn <= 1.05; turn += 0.05) {
      const angle = start + turn * 2 * Math.PI;
      places.push([x + side / 2 + radiusX * Math.cos(angle), y + side / 2 + radiusY * Math.sin(angle)]);
    }
    this.stroke({ ...pen, shake: pen.shake / 3 }, ...places);
  }

  /** Some handwriting: connected loops of that width. */
  scrawl(pen: Pen, x: number, y: number, w: number, h: number): void {
    const places: Place[] = [];
    for (let at = 0; at < w; at += 1.1) places.push([x + at, y + h * this.#random.between(0.15, 0.9)]);
    this.stroke(pen, ...places);
  }

  #dot(x: number, y: number, radius: number, darkness: number): void {
    const { width, height, dpi } = this.#paper;
    const scale = dpi / 25.4;
    const [cx, cy, r] = [x * scale, y * scale, radius * scale];
    for (let row = Math.max(0, Math.floor(cy - r - 1)); row <= Math.min(height - 1, cy + r + 1); row += 1) {
      for (let column = Math.max(0, Math.floor(cx - r - 1)); column <= Math.min(width - 1, cx + r + 1); column += 1) {
        const off = Math.hypot(column + 0.5 - cx, row + 0.5 - cy);
        const cover = Math.max(0, Math.min(1, r - off + 0.5));
        if (cover === 0) continue;
        const at = row * width + column;
        const inked = 255 * (1 - darkness * cover);
        if (inked < (this.data[at] as number)) this.data[at] = inked;
      }
    }
  }
}
