/** The same fields without a prototype, so that what a page put on `Object.prototype` is not taken for one of them. */
export function bare<T extends object>(fields: T): T {
  return Object.assign(Object.create(null) as T, fields); // the fields come from T
}
