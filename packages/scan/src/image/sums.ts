/** Summed areas of a raster: the mean of any upright rectangle in constant time. */
export class Sums {
  readonly width: number;
  readonly height: number;
  readonly #sums: Uint32Array;
  readonly #unit: number;

  /**
   * Values are kept as whole numbers of 1/`unit`; their sum must stay below 2³². `room`, when it is large enough, is used
   * again instead of new memory; then these sums live until the next that use it.
   */
  constructor(data: Uint8Array | Float32Array, width: number, height: number, unit = 1, room?: Uint32Array) {
    this.width = width;
    this.height = height;
    this.#unit = unit;
    const stride = width + 1;
    const size = stride * (height + 1);
    const sums = room !== undefined && room.length >= size ? room : new Uint32Array(size);
    if (sums === room) {
      sums.fill(0, 0, stride);
      for (let y = 1; y <= height; y += 1) sums[y * stride] = 0;
    }
    for (let y = 0; y < height; y += 1) {
      let row = 0;
      let at = (y + 1) * stride + 1;
      for (let x = 0; x < width; x += 1) {
        row += ((data[y * width + x] as number) * unit) | 0;
        sums[at] = (sums[at - stride] as number) + row;
        at += 1;
      }
    }
    this.#sums = sums;
  }

  /** Mean over x0 ≤ x < x1, y0 ≤ y < y1, cut to the raster; `outside` where nothing is left. */
  mean(x0: number, y0: number, x1: number, y1: number, outside = 0): number {
    const left = x0 < 0 ? 0 : Math.round(x0);
    const top = y0 < 0 ? 0 : Math.round(y0);
    const right = x1 > this.width ? this.width : Math.round(x1);
    const bottom = y1 > this.height ? this.height : Math.round(y1);
    if (right <= left || bottom <= top) return outside;
    const stride = this.width + 1;
    const sums = this.#sums;
    const sum =
      (sums[bottom * stride + right] as number) -
      (sums[top * stride + right] as number) -
      (sums[bottom * stride + left] as number) +
      (sums[top * stride + left] as number);
    return sum / ((right - left) * (bottom - top) * this.#unit);
  }
}
