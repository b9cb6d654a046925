// The home-made certificate is one that other programs accept as X.509.
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCertificate } from '../../../../scripts/setup/certificate.ts';

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
