/** An address of version 4 as sockets of version 6 write it. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * The address of whoever asked, by which requests are counted: the socket's own, or, where that is a proxy of ours,
 * the last one in `X-Forwarded-For` that is none. Without a proxy of ours the header counts for nothing.
 *
 * @param peer the socket's other end
 * @param forwarded the header `X-Forwarded-For`
 * @param proxies addresses of our own proxies
 * @example clientAddress('10.0.0.1', '6.6.6.6, 9.9.9.9', ['10.0.0.1']) // '9.9.9.9'
 * @example clientAddress('9.9.9.9', '6.6.6.6', ['10.0.0.1']) // '9.9.9.9'
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  proxies: readonly string[],
): string {
  const hops = [...(forwarded ?? '').split(',').map((hop) => hop.trim()), peer ?? '']
    .filter((hop) => hop !== '')
    .map((hop) => hop.replace(MAPPED, ''))
    .reverse();
  return networkOf(hops.find((hop) => !proxies.includes(hop)) ?? hops.at(-1) ?? '');
}

/** One line of version 6 has a whole network of addresses, the first four groups of which are its own. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [front, back] = address.split('::');
  const groups = front.split(':').filter((group) => group !== '');
  if (back === undefined) return groups.slice(0, 4).join(':');
  const rest = back.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}
