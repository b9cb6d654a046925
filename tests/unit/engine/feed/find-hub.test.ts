// Hubs of feeds: in headers, in XML with any prefix, in JSON, and links that are not hubs.
import { describe, expect, it } from 'vitest';
import { findHub } from '../../../../engine/feed/find-hub.ts';

const url = 'https://harbour.test/feed';
const find = (text: string, linkHeader: string | null = null) => findHub({ text, linkHeader, url });

describe('findHub', () => {
  it.each([
    [
      'RSS',
      '<rss><channel><atom:link rel="hub" href="https://hub.test/"/><atom:link href="https://harbour.test/all" rel="self" />',
    ],
    ['Atom', `<feed><link href='https://hub.test/' rel='hub'/><link rel="self" href="/all"/>`],
    [
      'any prefix',
      '<rss><x:LINK REL="hub" HREF="https://hub.test/"/><x:link rel="self" href="https://harbour.test/all"/>',
    ],
    ['JSON', '{"feed_url":"https:\\/\\/harbour.test/all","hubs":[{"type":"WebSub","url":"https://hub.test/"}]}'],
  ])('in %s', (_, text) => {
    expect(find(text)).toEqual({ hub: 'https://hub.test/', topic: 'https://harbour.test/all' });
  });

  it('in the header, which wins', () => {
    const header = '<https://hub.test/>; rel="hub", <https://harbour.test/all>; rel=self, </style>; rel=preload';
    const text = '<rss><link rel="hub" href="https://other.test/"/>';
    expect(find(text, header)).toEqual({ hub: 'https://hub.test/', topic: 'https://harbour.test/all' });
  });

  it('takes the address itself for the topic where none is named', () => {
    expect(find('<rss><link rel="hub" href="https://hub.test/?a=1&amp;b=2"/>')).toEqual({
      hub: 'https://hub.test/?a=1&b=2',
      topic: url,
    });
  });

  it.each([
    ['nothing', ''],
    ['a link to itself only', '<rss><atom:link rel="self" href="https://harbour.test/all"/>'],
    ['another protocol', '<rss><link rel="hub" href="ftp://hub.test/"/>'],
    ['a hub of another kind', '{"hubs":[{"type":"rssCloud","url":"https://hub.test/"}]}'],
    ['a link far down', `${' '.repeat(9_000)}<link rel="hub" href="https://hub.test/"/>`],
  ])('not in %s', (_, text) => {
    expect(find(text)).toBeNull();
  });

  it('comes to an end on hostile text', () => {
    expect(find('<link '.repeat(2_000), '<'.repeat(4_000))).toBeNull();
    expect(find(`<link ${'rel = '.repeat(2_000)}`, `<a>${';rel='.repeat(2_000)}`)).toBeNull();
  });
});
