/** The text of a worker, bundled into one classic script by report/build/worker-source.ts. */
declare module '*?source' {
  const source: string;
  export default source;
}
