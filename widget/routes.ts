/** Where the Navigation API is missing, the address is looked at so often. */
const LOOK_MS = 500;

/** Calls back after each change of the address within the page; the page's history is not touched. */
export function watchRoutes(changed: () => void): void {
  const { navigation }: { navigation?: EventTarget } = window;
  let { href } = location;
  const look = () => {
    if (href !== (href = location.href)) changed();
  };
  if (navigation) navigation.addEventListener('currententrychange', look);
  else setInterval(look, LOOK_MS);
}
