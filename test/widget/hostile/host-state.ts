/** What a page is made of, as text: any difference is a harm done to it. */
export interface HostState {
  /** Computed style and box of each element of the page, ours not among them. */
  readonly elements: readonly string[];
  /** Names of what stands on `window`, enumerable or not, but for our own. */
  readonly globals: readonly string[];
  /** Of what belongs to all: its properties, and which functions they are. */
  readonly natives: readonly string[];
  readonly focus: string;
  readonly scroll: string;
  /** What a form would send. */
  readonly form: string;
  readonly title: string;
  readonly address: string;
  readonly cookie: string;
}

/** Remembers every function of the natives, so that another in its place is seen later. Runs in the page. */
export function rememberNatives(): void {
  const seen = new Map<unknown, number>();
  Object.defineProperty(window, 'idOf', {
    value: (one: unknown) => {
      if (!seen.has(one)) seen.set(one, seen.size);
      return seen.get(one);
    },
  });
}

/** Takes the {@link HostState}. Runs in the page. */
export function takeState(): HostState {
  const idOf = Reflect.get(window, 'idOf') as (one: unknown) => number; // `rememberNatives` has put it there
  const ours = (element: Element): boolean =>
    element.closest('fourfold-survey, script[data-survey]') !== null;
  const elements = [...document.querySelectorAll('*')].filter((element) => !ours(element));
  const native = [
    ...[Object, Array, String, Number, Function, Promise, Map, Set, Date, RegExp, JSON, Math, Reflect],
    ...[EventTarget, Node, Element, HTMLElement, Document, ShadowRoot, Event, CustomEvent, History, Storage],
    ...[IDBFactory, IDBObjectStore, Response, Request, Headers, URL],
  ].flatMap((one) => ('prototype' in one ? [one, one.prototype as object] : [one]));
  const describe = (of: object): string =>
    Reflect.ownKeys(of)
      .map((key) => {
        const own: Partial<PropertyDescriptor> = Object.getOwnPropertyDescriptor(of, key) ?? {};
        const parts: unknown[] = [own.value, own.get, own.set];
        const functions = parts.map((one) => (typeof one === 'function' ? idOf(one) : ''));
        return [String(key), ...functions, own.enumerable].join();
      })
      .join(' ');
  const { activeElement } = document;
  return {
    elements: elements.map((element) => {
      const style = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
      return `${element.localName} ${attributes} ${[x, y, width, height].join()} ${[...style]
        .map((name) => `${name}:${style.getPropertyValue(name)}`)
        .join(';')}`;
    }),
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !/^(\d+|fourfold)$/.test(name))
      .sort(), // Firefox puts a name at the end when it is first used
    natives: native.map(describe),
    focus: activeElement?.id ?? '',
    scroll: [scrollX, scrollY, document.documentElement.scrollHeight].join(),
    form: [...document.forms]
      .map((form) => [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`).join('&'))
      .join(),
    title: document.title,
    address: location.href,
    cookie: document.cookie,
  };
}
