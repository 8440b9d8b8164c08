import { Agent, request } from 'node:http';

/** What became of many posts. */
export interface LoadResult {
  /** Records that a receipt has named as stored. */
  readonly acknowledged: number;
  /** Answers by their HTTP status. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly elapsedMs: number;
  /** From sending a post to its whole answer, in ms, in rising order. */
  readonly latenciesMs: readonly number[];
}

/**
 * Posts bodies, so many at a time, over connections that are kept.
 *
 * @param address origin of a collector
 * @param bodies JSON, each sent once
 */
export async function postLoad(
  address: string,
  bodies: readonly Buffer[],
  atATime: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: atATime });
  const statuses = new Map<number, number>();
  const latenciesMs: number[] = [];
  const receipts: string[] = [];
  let next = 0;
  const begun = performance.now();
  const sender = async (): Promise<void> => {
    while (next < bodies.length) {
      const sent = performance.now();
      const { status, text } = await post(address, bodies[next++], agent);
      latenciesMs.push(performance.now() - sent);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 200) receipts.push(text);
    }
  };
  await Promise.all(Array.from({ length: atATime }, sender));
  const elapsedMs = performance.now() - begun;
  agent.destroy();
  // Afterwards, since it would take the processor from the collector.
  const acknowledged = receipts.reduce(
    (sum, text) => sum + (JSON.parse(text) as { stored: unknown[] }).stored.length, // a receipt
    0,
  );
  return { acknowledged, statuses, elapsedMs, latenciesMs: latenciesMs.sort((a, b) => a - b) };
}

/** The latency that a share of posts did not exceed. */
export function latencyAt(share: number, { latenciesMs }: LoadResult): number {
  return latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(share * latenciesMs.length))];
}

function post(address: string, body: Buffer, agent: Agent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
    const sending = request(`${address}/responses`, { method: 'POST', headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
