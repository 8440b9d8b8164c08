/** A map of the plane: (x, y) goes to (ax + cy + e, bx + dy + f). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Everything stays where it is. */
export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

/**
 * Where a point goes.
 *
 * @example applied([1, 0, 0, 1, 5, 0], 1, 2) // [6, 2]
 */
export function applied([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/**
 * First moved by (x, y), then mapped.
 *
 * @example translated([2, 0, 0, 2, 0, 0], 1, 1) // [2, 0, 0, 2, 2, 2]
 */
export function translated(map: Affine, x: number, y: number): Affine {
  const [a, b, c, d] = map;
  return [a, b, c, d, ...applied(map, x, y)];
}

/**
 * First turned, then mapped.
 *
 * @param angle radians, from the x axis towards the y axis
 * @example rotated(IDENTITY, 0) // [1, 0, 0, 1, 0, 0]
 */
export function rotated([a, b, c, d, e, f]: Affine, angle: number): Affine {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
}

/**
 * First stretched, then mapped.
 *
 * @example scaled(IDENTITY, 2, 3) // [2, 0, 0, 3, 0, 0]
 */
export function scaled([a, b, c, d, e, f]: Affine, x: number, y: number): Affine {
  return [a * x, b * x, c * y, d * y, e, f];
}
