/** A number in [0, 1) that no page can foretell or replace. */
export function chance(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
}
