import { generateKeyPairSync, sign } from 'node:crypto';

const YEARS_MS = 10 * 365 * 86_400_000;
/** Object identifiers, in DER: ECDSA with SHA-256, common name, subject alternative name. */
const [ECDSA, COMMON_NAME, ALTERNATIVE_NAME] = ['06082a8648ce3d040302', '0603550403', '0603551d11'].map(
  (hex) => Buffer.from(hex, 'hex'),
);
const LOOPBACK = Buffer.from([127, 0, 0, 1]);

/** What a TLS server needs, as PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/**
 * A certificate for 127.0.0.1 that nobody but itself vouches for, made anew so that no key lies in the repository.
 *
 * @see RFC 5280, section 4.1
 */
export function selfSigned(now = Date.now()): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(0x30, ECDSA);
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from('localhost')))));
  const names = der(0x30, ALTERNATIVE_NAME, der(0x04, der(0x30, der(0x87, LOOPBACK))));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.from([1])), // serial number
    algorithm,
    name,
    der(0x30, utcTime(now - 86_400_000), utcTime(now + YEARS_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, names)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const cert = der(0x30, body, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

/** Tag, length and value. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), value]);
}

function utcTime(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '');
  return der(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}
