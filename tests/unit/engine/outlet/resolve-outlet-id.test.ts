// Every web page has an outlet id, from the registry or its host; nothing else has one.
import { describe, expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { readHostOutletId, resolveOutletId } from '../../../../engine/outlet/resolve-outlet-id.ts';
import { createRandom, makeOutlet, makeOutletPack, makeText, outletId } from './invented-outlets.ts';

const directory = createOutletDirectory([makeOutletPack([makeOutlet('herald', { domains: ['herald.test'] })])]);

describe('resolveOutletId', () => {
  it.each([
    ['https://www.herald.test/x', 'herald'],
    ['https://nobody.test/x', 'host:nobody.test'],
    ['https://WWW.Nobody.Test.:8080/x', 'host:nobody.test'],
    ['https://m.nobody.test/x', 'host:nobody.test'],
    ['https://mobile.nobody.test/x', 'host:nobody.test'],
    ['https://www.amp.nobody.test/x', 'host:nobody.test'],
    ['https://blog.nobody.test/x', 'host:blog.nobody.test'],
    ['https://otto.blogspot.com/x', 'host:otto.blogspot.com'],
    ['https://m.blogspot.com/x', 'host:m.blogspot.com'],
    ['https://www.wordpress.com/x', 'host:wordpress.com'],
    ['https://amp.dev/x', 'host:amp.dev'],
    ['https://www.test/x', 'host:www.test'],
    ['https://m.co.uk/x', 'host:m.co.uk'],
    ['http://localhost:3000/', 'host:localhost'],
    ['http://127.0.0.1/', 'host:127.0.0.1'],
    ['http://[::1]/', 'host:[::1]'],
    ['https://bücher.test/', 'host:xn--bcher-kva.test'],
    ['about:blank', null],
    ['file:///etc/hosts', null],
    ['chrome://extensions', null],
    ['not a url', null],
    ['', null],
  ])('%s → %s', (url, id) => expect(resolveOutletId(directory, url)).toBe(id));

  it('does not throw on any text, nor on hosts longer than names can be', () => {
    const random = createRandom(2);
    for (let round = 0; round < 2000; round++) resolveOutletId(directory, `http://${makeText(random)}`);
    expect(resolveOutletId(directory, `https://${'a'.repeat(300)}.test/`)).toBeNull();
  });
});

describe('readHostOutletId', () => {
  it('gives back the host', () => expect(readHostOutletId(outletId('host:nobody.test'))).toBe('nobody.test'));
  it('is null for ids of the registry', () => expect(readHostOutletId(outletId('herald'))).toBeNull());
});
