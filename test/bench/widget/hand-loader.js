/* global document, localStorage */
// The hand-written survey's script tag: it reads its tag, keeps the visitor's draw, lets who has answered rest, and
// loads the element for those who are asked alone.
const { src, dataset } = document.currentScript;
const memory = JSON.parse(localStorage.hand ?? '{}');
memory.draw ??= Math.random();
localStorage.hand = JSON.stringify(memory);
if (memory.draw < (dataset.sample ?? 1) && !(Date.now() < memory.restsUntil))
  import(new URL('hand-survey.js', src)).then(({ ask }) => ask(dataset.endpoint));
