// Other programs accept the generated certificate as X.509.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCertificate, readCertificate } from '../../../../scripts/setup/certificate.ts';

test('Node reads it back: names, validity, own signature', () => {
  const now = Date.UTC(2026, 0, 1);
  const { cert, key } = createCertificate(['localhost', '*.test'], now);
  const parsed = new X509Certificate(cert);
  expect(parsed.subject).toBe('CN=Parallax sample newsroom');
  expect(parsed.subjectAltName).toBe('DNS:localhost, DNS:*.test');
  expect(parsed.verify(parsed.publicKey)).toBe(true);
  expect(parsed.checkHost('localhost')).toBe('localhost');
  expect(Date.parse(parsed.validFrom)).toBe(now - 86_400_000);
  expect(key).toContain('PRIVATE KEY');
});

test('it is made once, and found together with its own key', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-certificate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { cert, key } = readCertificate(path.join(folder, 'tools'));
  expect(new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(readCertificate(path.join(folder, 'tools')).cert).toBe(cert);
});
