/** Before the next frame is drawn; at once in a page that is hidden, which draws none. */
export function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => (document.hidden ? resolve(0) : requestAnimationFrame(resolve)));
}
