import type { Server } from 'node:http';

export function createSite(options: {
  readonly collector: URL;
  readonly token: string;
  readonly report: string;
}): Server;
