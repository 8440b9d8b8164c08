import { BODY_LIMIT, RECORD_LIMIT } from './limits.ts';

/** Shortest token that is taken, in characters. */
export const TOKEN_MIN_LENGTH = 12;

/** What `--help` prints. */
export const HELP = `Fourfold collector: takes answers, keeps them, gives them back.

Usage: fourfold collect [options]        or        node dist/collector.js [options]

  --token <text>           opens exports and erasure, ${TOKEN_MIN_LENGTH} characters or more;
                           better as FOURFOLD_TOKEN, which other users of the machine cannot see
  --database <file>        answers in one SQLite file (./fourfold.db)
  --port <number>          0 takes any free one (4401)
  --host <address>         0.0.0.0 answers other machines too (127.0.0.1)
  --allow-origin <origin>  a site whose pages may post, such as https://shop.example; repeatable.
                           Pages of the collector's own host always may, programs too
  --rate-limit <number>    posts that one address may send within a minute, 0 for any number (3000)
  --trust-proxy <address>  a proxy of yours before the collector, whose X-Forwarded-For is believed;
                           repeatable. Without it all visitors behind a proxy count as one address
  --questionnaires <path>  a questionnaire's file, or a folder of them; repeatable
  --sink <address>         hands answers in PostgreSQL on to ClickHouse as they come, are revised and
                           erased: clickhouse://host:8123/database, over HTTP; with ?secure=true over
                           HTTPS. Its table "answer" is made there. user:password@ may stand in the
                           address. One collector at a time hands on, others take over
  --help

Environment:
  FOURFOLD_TOKEN           the token
  DATABASE_URL             answers in PostgreSQL, such as postgres://user:password@localhost/fourfold;
                           --database goes before it. The tables are made where they are missing
  CLICKHOUSE_USER, CLICKHOUSE_PASSWORD
                           open the sink where its address does not say by which name

Endpoints:
  POST /responses          {"records":[…]}, up to ${RECORD_LIMIT} records and ${BODY_LIMIT / 1024} KiB, as application/json or
                           text/plain. The receipt names each record as stored, duplicate or refused;
                           it is sent after the commit
  GET /export.csv          all answers, or those of ?survey=<id>&from=<day>&until=<day>
  GET /export.ndjson       likewise, a record a line
  GET /questionnaires.json the questionnaires that were given
  DELETE /responses?context.<field>=<value>
                           erases the answers with these values, and refuses their ids for 400 days
  GET /                    a page to download from
  GET /healthz             200 while it runs
  Exports, questionnaires and erasure need the header "Authorization: Bearer <token>".
  What is refused gets {"error":{"code","message"}}: 4xx for what is wrong, 429 with Retry-After
  and 503 (store full or away) for what may be sent again. Nothing of it is kept.

Its log, on standard error, has no answer, no address of a visitor and no token; a problem comes
once a minute at most. systemd unit, proxy, backup: demo/collector/README.md of the repository.
Several collectors, the sink and how far they reach: SCALE.md beside it.

It stops on SIGTERM or SIGINT: posts under way get their receipts, within 5 s, and it ends with 0.
It ends with 1 when it cannot start, and with 2 when an option is wrong.

SQLite needs the package libsql, PostgreSQL the package pg, both need hono and @hono/node-server.`;
