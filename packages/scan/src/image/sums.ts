/** Summed areas of a raster: the mean of any upright rectangle in constant time. */
export class Sums {
  readonly width: number;
  readonly height: number;
  readonly #sums: Float64Array;

  constructor(data: ArrayLike<number>, width: number, height: number) {
    this.width = width;
    this.height = height;
    const stride = width + 1;
    const sums = new Float64Array(stride * (height + 1));
    for (let y = 0; y < height; y += 1) {
      let row = 0;
      let at = (y + 1) * stride + 1;
      for (let x = 0; x < width; x += 1) {
        row += data[y * width + x] as number;
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
    return sum / ((right - left) * (bottom - top));
  }
}
