import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createSite } from '../../demo/site-server.mjs';
import type { CollectorUnderTest } from './collector/open-collector.ts';
import { TOKEN } from './collector/open-collector.ts';

/** A collector and a site before it, each on a port of its own. */
export interface SiteUnderTest {
  readonly site: string;
  readonly collector: string;
  close(): void;
}

/**
 * Starts both.
 *
 * @param report the built report's file
 */
export async function openSite(collector: CollectorUnderTest, report: string): Promise<SiteUnderTest> {
  const behind = serve({
    fetch: (incoming) => collector.app.fetch(incoming),
    hostname: '127.0.0.1',
    port: 0,
  });
  await once(behind, 'listening');
  const url = `http://127.0.0.1:${portOf(behind)}`;
  const before: Server = createSite({ collector: new URL(url), token: TOKEN, report }).listen(0, '127.0.0.1');
  await once(before, 'listening');
  return {
    site: `http://127.0.0.1:${portOf(before)}`,
    collector: url,
    close: () => {
      before.close();
      before.closeAllConnections();
      behind.close();
    },
  };
}

/** The port on which a server listens. */
export function portOf(server: { address(): AddressInfo | string | null }): number {
  return (server.address() as AddressInfo).port; // servers here listen on ports, never on pipes
}
