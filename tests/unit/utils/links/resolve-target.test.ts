// Where links lead: a redirector's target in canonical form, and null for anything that is not a web page.
import { describe, expect, it } from 'vitest';
import { resolveTarget } from '../../../../utils/links/resolve-target.ts';

const TARGET = 'https://courier.test/news/harbour-wall?id=7';
const CODED = encodeURIComponent(TARGET);
const BASE64 = btoa(TARGET).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const GOOGLE_NEWS = btoa(`\x08\x13"\x2b${TARGET}\xd2\x01\x00`).replace(/=+$/, '');
/** With the escapes that such pages contain: `\\/`, or `\\u0026` for `&`. */
const toRecord = (record: object, [from, to] = ['/', '\\/']) =>
  btoa(JSON.stringify(record).replaceAll(from, to)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

describe('redirectors', () => {
  it.each([
    `https://www.google.com/url?sa=t&q=${CODED}&usg=AOv`,
    `https://www.google.co.uk/url?url=${CODED}`,
    `https://google.de/url?q=${CODED}`,
    `https://news.google.com/rss/articles/${GOOGLE_NEWS}?oc=5`,
    `https://news.google.com/articles/${GOOGLE_NEWS}`,
    `https://www.bing.com/ck/a?!&&p=9f&u=a1${BASE64}&ntb=1`,
    `https://www.bing.com/news/apiclick.aspx?ref=x&url=${CODED}`,
    `https://duckduckgo.com/l/?uddg=${CODED}&rut=ab`,
    `//duckduckgo.com/l/?uddg=${CODED}`,
    `https://r.search.yahoo.com/_ylt=Aw;_ylu=Y2/RV=2/RE=17/RO=10/RU=${encodeURIComponent(TARGET)}/RK=2/RS=x-`,
    `https://l.facebook.com/l.php?u=${CODED}&h=AT0`,
    `https://lm.facebook.com/l.php?u=${CODED}`,
    `https://l.instagram.com/?u=${CODED}`,
    `https://out.reddit.com/t3_x?url=${CODED}&token=1`,
    `https://go.bsky.app/redirect?u=${CODED}`,
    `https://www.linkedin.com/redir/redirect?url=${CODED}&urlhash=1`,
    `https://vk.com/away.php?to=${CODED}`,
    `https://www.youtube.com/redirect?event=x&q=${CODED}`,
    `https://eur01.safelinks.protection.outlook.com/?url=${CODED}&data=05`,
    `https://urldefense.com/v3/__${TARGET}__;!!abc$`,
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__courier.test_news_harbour-2Dwall-3Fid-3D7&d=Dw`,
    `https://secure-web.cisco.com/1abc/${CODED}`,
    `https://t.me/iv?url=${CODED}&rhash=1`,
    `https://us-west-2.protection.sophos.com?d=courier.test&u=${BASE64}&i=NWE1`,
    `https://linkprotect.cudasvc.com/url?a=${CODED}&c=E,1,abc`,
    `https://substack.com/redirect/2/${toRecord({ e: TARGET, p: 7, s: 9 })}.q8Wm-_x`,
    `https://e.customeriomail.com/e/c/${toRecord({ email_id: 'dgTd', href: `${TARGET}&utm_source=x`, link_id: 7 }, ['&', '\\u0026'])}/1f2e`,
    // Hosts that the senders use for redirects.
    `https://link.courier.test/click/27890123.51/${BASE64}/5f2cBe7a1`,
    `https://click.kit-mail3.com/4zu2n/n8h/${BASE64}`,
    `https://click.sender.test/4zu2n/${BASE64}==?x=1`,
    `https://click.sender.test/4zu2n/${BASE64}%3D%3D`,
    `https://tracking.sender.test/CL0/${CODED.replace('%3A', ':')}/1/0100018f-000000/abc=200`,
    `https://x7.r.eu-west-1.awstrack.me/L0/${CODED.toLowerCase()}/1/0102`,
  ])('%s', (address) => {
    expect(resolveTarget(address, 'https://mail.test/')).toBe(TARGET);
  });

  it('are followed when nested', () => {
    const once = `https://l.facebook.com/l.php?u=${CODED}`;
    const twice = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(once)}`;
    expect(resolveTarget(twice)).toBe(TARGET);
  });

  it('that refer to themselves without end are cut off', () => {
    let address = TARGET;
    for (let i = 0; i < 8; i++) address = `https://vk.com/away.php?to=${encodeURIComponent(address)}`;
    expect(resolveTarget(address)).toMatch(/^https:\/\/vk\.com\//);
  });
});

describe('what stays what it is', () => {
  it.each([
    ['https://t.co/abc123', 'https://t.co/abc123'],
    ['https://news.google.com/read/CBMiAUFVX3lxTE0?hl=en', 'https://news.google.com/read/CBMiAUFVX3lxTE0?hl=en'],
    ['https://www.google.com/search?q=https://courier.test/a', 'https://google.com/search?q=https://courier.test/a'],
    ['https://courier.test/url?q=https://other.test/', 'https://courier.test/url?q=https://other.test/'],
    ['https://notgoogle.test/url?q=https://other.test/', 'https://notgoogle.test/url?q=https://other.test/'],
    // Share buttons lead to a social network, with the page as a parameter.
    [`https://www.facebook.com/sharer/sharer.php?u=${CODED}`, `https://facebook.com/sharer/sharer.php?u=${CODED}`],
    ['https://vk.com/away.php?to=/local/path', 'https://vk.com/away.php?to=/local/path'],
    ['https://vk.com/away.php?to=javascript:alert(1)', 'https://vk.com/away.php?to=javascript:alert(1)'],
    ['https://vk.com/away.php?to=data:text/html,x', 'https://vk.com/away.php?to=data:text/html,x'],
    ['https://vk.com/away.php?to=courier.test/a', 'https://vk.com/away.php?to=courier.test/a'],
    ['https://vk.com/away.php?to=https://intranet/a', 'https://vk.com/away.php?to=https://intranet/a'],
    // Return addresses, and words that only begin like an address.
    [`https://account.courier.test/in?to=${BASE64}`, `https://account.courier.test/in?to=${BASE64}`],
    [`https://account.courier.test/in?to=${CODED}`, `https://account.courier.test/in?to=${CODED}`],
    ['https://courier.test/p/aHR0cHM6Ly8', 'https://courier.test/p/aHR0cHM6Ly8'],
    [`https://courier.test/${BASE64}.jpg`, `https://courier.test/${BASE64}.jpg`],
    ['https://substack.com/redirect/2/eyJwIjo3fQ', 'https://substack.com/redirect/2/eyJwIjo3fQ'],
    ['https://www.bing.com/ck/a?u=a1%%%', 'https://bing.com/ck/a?u=a1%%%'],
    [
      'https://urldefense.com/v3/__https://courier.test/*x__;Iw!!',
      'https://urldefense.com/v3/__https://courier.test/*x__;Iw!!',
    ],
  ])('%s', (address, expected) => {
    expect(resolveTarget(address)).toBe(expected);
  });
});

describe('canonical form', () => {
  it.each([
    ['/a/story?utm_source=front#comments', 'https://courier.test/a/story'],
    ['http://m.courier.test/a', 'https://courier.test/a'],
  ])('%s', (address, expected) => {
    expect(resolveTarget(address, 'https://www.courier.test/')).toBe(expected);
  });
});

describe('not a page on the web', () => {
  it.each([
    'javascript:void(0)',
    'data:text/html,<b>x</b>',
    'mailto:desk@courier.test',
    'about:blank',
    'blob:https://courier.test/1',
    'file:///etc/hosts',
    'https://',
    'not an address',
    `https://courier.test/${'a'.repeat(20_000)}`,
    `https://vk.com/away.php?to=https://courier.test/${'a'.repeat(3_000)}`,
  ])('%.60s', (address) => {
    expect(resolveTarget(address)).toBeNull();
  });
});
