import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhatChanged } from './build.mjs';
import { createSite } from './site-server.mjs';

const HELP = `Fourfold: the demonstration's site, collector and report.

Usage: npm start -- [options]

  --port <number>            the site and the report (4400, or SITE_PORT)
  --collector-port <number>  the collector (4401, or COLLECTOR_PORT)
  --host <address>           0.0.0.0 answers other machines too (127.0.0.1, or HOST)
  --data <folder>            where answers and token are kept (demo/.data)
  --help`;

const READY_MS = 10_000;
const PORT_MAX = 65_535;

try {
  await start(readOptions());
} catch (error) {
  fail(error);
}

async function start({ site, collector, host, data }) {
  if (site === collector) throw new Error(samePort(site));
  await requireFree(host, site, 'site', '--port');
  await requireFree(host, collector, 'collector', '--collector-port');
  buildWhatChanged((text) => console.log(text));

  mkdirSync(data, { recursive: true });
  const token = keptToken(join(data, 'token'));
  const database = join(data, 'answers.db');
  const sample = spawnSync(process.execPath, ['dist/sample.js', '--database', database], {
    encoding: 'utf8',
  });
  if (sample.status !== 0) throw new Error(`the sample answers could not be imported\n${sample.stderr}`);
  console.log(sample.stdout.trimEnd());

  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host;
  const child = await startCollector({ host, port: collector, database, token });
  const address = new URL(`http://${reachable}:${collector}/`);
  const server = createSite({ collector: address, token, report: 'dist/report/index.html' });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    server.close();
    server.closeAllConnections();
    child.kill('SIGTERM');
  };
  child.on('exit', (code) => {
    if (!isStopping) console.error(`start: the collector ended by itself, with code ${code}`);
    process.exit(isStopping ? 0 : 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

  server.on('error', (error) => fail(explained(error, site, 'site', '--port')));
  server.listen(site, host, () => {
    console.log(`
Fourfold is running. Three addresses:

  Site       http://localhost:${site}/
  Collector  http://localhost:${collector}/    export token: ${token}
  Report     http://localhost:${site}/report

Answer the prompt on the site, then open the report: your answer is in it. The answers are
kept in ${data}. Stop with Ctrl+C.`);
  });
}

/**
 * The collector in a process of its own, once it listens. It ends with this one: by the signal below, or, where this
 * process is killed and cannot send any, because the channel between the two closes.
 */
async function startCollector({ host, port, database, token }) {
  const options = ['--port', String(port), '--host', host, '--database', database];
  const child = spawn(
    process.execPath,
    ['dist/collector.js', ...options, '--questionnaires', 'demo/questionnaires'],
    { env: { ...process.env, FOURFOLD_TOKEN: token }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  process.on('exit', () => child.kill('SIGTERM'));
  let complaint = '';
  const listen = (text) => (complaint += text);
  child.stderr.on('data', listen);
  const timeout = AbortSignal.timeout(READY_MS);
  try {
    const listening = once(child, 'message', { signal: timeout }).then(() => true);
    const ended = once(child, 'close', { signal: timeout }).then(() => false);
    if (await Promise.race([listening, ended])) {
      ended.catch(() => undefined); // AbortError: it runs for longer than it may take to begin
      child.stderr.off('data', listen).pipe(process.stderr);
      return child;
    }
  } catch {
    throw new Error(`the collector does not listen on port ${port}\n${complaint}`); // AbortError: its time is over
  }
  await requireFree(host, port, 'collector', '--collector-port'); // the likeliest reason, told as at the beginning
  throw new Error(`the collector did not start\n${complaint}`);
}

function fail(error) {
  console.error(`start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

function readOptions() {
  const { SITE_PORT = '4400', COLLECTOR_PORT = '4401', HOST = '127.0.0.1' } = process.env;
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: SITE_PORT },
      'collector-port': { type: 'string', default: COLLECTOR_PORT },
      host: { type: 'string', default: HOST },
      data: { type: 'string', default: join('demo', '.data') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const { host, data } = values;
  return { site: portOf(values, 'port'), collector: portOf(values, 'collector-port'), host, data };
}

function portOf(values, name) {
  const port = Number(values[name]);
  if (Number.isInteger(port) && port > 0 && port <= PORT_MAX) return port;
  throw new Error(`--${name}: expected a number from 1 to ${PORT_MAX}, got ${values[name]}`);
}

function samePort(port) {
  return `port ${port} is asked for twice, and site and collector need one each. Choose another: ${remedy('--collector-port', port + 1)}`;
}

/** Before anything is built or written: a port that is taken is the likeliest trouble, so it is said first. */
function requireFree(host, port, what, option) {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.on('error', (error) => taken(explained(error, port, what, option)));
    probe.listen(port, host, () => probe.close(free));
  });
}

function explained(error, port, what, option) {
  if (error.code !== 'EADDRINUSE') return error;
  const stop = 'Stop the program that holds it, or choose another: ';
  return new Error(`port ${port} (${what}) is in use. ${stop}${remedy(option, port + 100)}`);
}

function remedy(option, port) {
  return `npm start -- ${option} ${port <= PORT_MAX ? port : port - 200}`;
}

function keptToken(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(12).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
