import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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

try {
  await start(readOptions());
} catch (error) {
  console.error(`start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function start({ site, collector, host, data }) {
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
  const child = spawn(
    process.execPath,
    ['dist/collector.js', '--port', String(collector), '--host', host, '--database', database].concat([
      '--questionnaires',
      'demo/questionnaires',
    ]),
    { env: { ...process.env, FOURFOLD_TOKEN: token }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
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
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  await answers(new URL('/healthz', address));
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
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`--${name}: expected a number from 1 to 65535, got ${values[name]}`);
}

/** Before anything is built or written: a port that is taken is the likeliest trouble, so it is said first. */
function requireFree(host, port, what, option) {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.on('error', (error) => {
      const remedy = `Stop the program that holds it, or choose another: npm start -- ${option} ${port + 100}`;
      const isTaken = error.code === 'EADDRINUSE';
      taken(isTaken ? new Error(`port ${port} (${what}) is in use. ${remedy}`) : error);
    });
    probe.listen(port, host, () => probe.close(free));
  });
}

function keptToken(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(12).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function answers(address) {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50)); // refused: it is not listening yet
    }
  }
  throw new Error(`the collector does not answer at ${address}`);
}
