// Creates the self-signed certificate for the sample newsroom's https; it never leaves the .tools folder of this machine.
//
// Node can sign but not write X.509, so the few structures that a certificate needs are encoded here (RFC 5280, DER).
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Certificate = { readonly key: string; readonly cert: string };

const VALID_DAYS = 3650;

/**
 * Reads the certificate from the folder, creating it first if necessary. Several processes may create one at the same time: key
 * and certificate are moved there in one file, so that nobody reads the key of another's certificate.
 */
export function readCertificate(folder: string): Certificate {
  const file = path.join(folder, 'newsroom.pem');
  if (!existsSync(file)) {
    const { key, cert } = createCertificate(['localhost', '*.test'], Date.now());
    mkdirSync(folder, { recursive: true });
    const own = `${file}.${process.pid}`;
    writeFileSync(own, key + cert, { mode: 0o600 });
    renameSync(own, file);
  }
  const both = readFileSync(file, 'utf8');
  return { key: both, cert: both };
}

export function createCertificate(hosts: readonly string[], now: number): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(objectId([1, 2, 840, 10045, 4, 3, 2]));
  const name = sequence(set(sequence(objectId([2, 5, 4, 3]), der(0x0c, Buffer.from('Parallax sample newsroom')))));
  const names = sequence(...hosts.map((host) => der(0x82, Buffer.from(host, 'ascii'))));
  const alternativeNames = sequence(objectId([2, 5, 29, 17]), der(0x04, names));
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(now - 86_400_000), utcTime(now + VALID_DAYS * 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternativeNames)),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  const certificate = sequence(body, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const header =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(header), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => der(0x31, Buffer.concat(parts));
const integer = (bytes: Buffer) => der(0x02, bytes);

function objectId([first = 0, second = 0, ...rest]: readonly number[]): Buffer {
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const digits = [part & 127];
    for (let left = part >> 7; left > 0; left >>= 7) digits.unshift((left & 127) | 128);
    bytes.push(...digits);
  }
  return der(0x06, Buffer.from(bytes));
}

function utcTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`, 'ascii'));
}
