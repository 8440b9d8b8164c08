/** A worker bundled into one classic script by report/build/worker-source.ts: its text, deflated, in base64. */
declare module '*?source' {
  const source: string;
  export default source;
}
