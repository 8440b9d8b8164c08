/* global window, document */
// Tells a tag manager what becomes of each prompt: scores alone, so no comment, no contact and no other own words.
window.dataLayer ??= [];
for (const name of ['shown', 'answer', 'completed', 'dismissed']) {
  document.addEventListener(`fourfold-${name}`, ({ detail: { record } }) => {
    const { survey, status, answers } = record;
    const scores = Object.entries(answers).filter(([, answer]) => typeof answer === 'number');
    window.dataLayer.push({ event: `fourfold-${name}`, survey, status, ...Object.fromEntries(scores) });
  });
}
