// Whether a link leads to an article, by its address and text alone: each feature by itself, and whole links in many languages.
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../utils/links/count-words.ts';
import { readLinkShape } from '../../../../utils/links/link-shape.ts';
import { siteNameOf } from '../../../../utils/links/site-name.ts';
import { weighStoryLink } from '../../../../utils/links/weigh-story-link.ts';

const HEADLINE = 'Northport votes to rebuild its harbour wall';

describe('links to articles', () => {
  it.each([
    ['https://courier.test/news/2026/05/19/northport-votes-to-rebuild-its-wall', HEADLINE],
    ['https://courier.test/2026/05/19/wall/', HEADLINE],
    ['https://courier.test/news/northport-votes-to-rebuild-its-wall', ''],
    ['https://courier.test/news/northport-votes-to-rebuild-its-wall#comments', '48 comments'],
    ['https://courier.test/article/4471823', HEADLINE],
    ['https://courier.test/story?id=87612847', HEADLINE],
    ['https://courier.test/?p=4471823', HEADLINE],
    ['https://courier.test/news/uk-61557424', HEADLINE],
    [
      'https://courier.test/weather/storm-of-the-century-heads-for-northport-coast',
      'Storm of the century heads for coast',
    ],
    ['https://kurier.test/politik/hafenmauer-wird-neu-gebaut-accg-110843675.html', 'Hafenmauer wird neu gebaut'],
    [
      'https://courrier.test/societe/le-mur-du-port-sera-reconstruit-20260519_ABCDEF.php',
      'Le mur du port sera reconstruit',
    ],
    ['https://correo.test/noticias/2026/05/19/el-muro-del-puerto', 'El muro del puerto se reconstruirá'],
    ['https://kurir.test/news/2026-05-19/port', 'Северный порт отстроит свою стену'],
    ['https://shimbun.test/articles/ASP5M6RQKP5MUTIL01K.html', '北港の防波堤再建を町議会が可決した'],
    ['https://akhbar.test/news/2026/5/19/%D9%85%D9%8A%D9%86%D8%A7%D8%A1', 'الميناء الشمالي يعيد بناء جداره القديم'],
  ])('%s', (address, text) => {
    expect(weighStoryLink(address, text)).toBeGreaterThan(0);
  });
});

describe('links to other pages', () => {
  it.each([
    ['https://courier.test/', 'Northport Courier, the paper of the whole coast'],
    ['https://courier.test', 'Northport Courier, the paper of the whole coast'],
    ['https://courier.test/en/', 'The English edition of the Northport Courier'],
    ['https://courier.test/politics', 'Politics'],
    ['https://courier.test/news/local/', 'Local news'],
    ['https://courier.test/tag/harbour-wall', 'Harbour wall'],
    ['https://courier.test/author/ada-fictional', 'Ada Fictional'],
    ['https://courier.test/about/contact-us', 'Contact us'],
    ['https://courier.test/subscribe', 'Subscribe now and save half the price of a year'],
    ['https://courier.test/customer-service/privacy-policy/', 'Privacy policy'],
    ['https://courier.test/podcasts/the-daily-tide', 'The Daily Tide'],
    ['https://courier.test/2026/05/', 'May 2026'],
    ['https://kurier.test/impressum', 'Impressum'],
    ['https://kurier.test/thema/hafenmauer', 'Hafenmauer'],
    ['https://courrier.test/auteur/jean-imaginaire', 'Jean Imaginaire'],
    ['https://www.facebook.com/northport.courier/posts/1234567890', HEADLINE],
    ['https://shop.test/products/wall-of-the-harbour', 'Wall of the harbour print'],
    ['javascript:void(0)', HEADLINE],
    ['mailto:desk@courier.test', HEADLINE],
    ['', HEADLINE],
  ])('%s', (address, text) => {
    expect(weighStoryLink(address, text)).toBeLessThanOrEqual(0);
  });
});

describe('what adds points and what takes them', () => {
  const plain = weighStoryLink('https://courier.test/x/harbour-wall-vote', HEADLINE);
  it.each([
    ['words in the name', 'https://courier.test/x/northport-rebuilds-its-harbour-wall', HEADLINE, 2.5],
    ['a day in the path', 'https://courier.test/2026/05/19/harbour-wall-vote', HEADLINE, 3],
    ['a day in the name', 'https://courier.test/x/harbour-wall-vote-2026-05-19', HEADLINE, 3],
    ['a month in the path', 'https://courier.test/2026/05/harbour-wall-vote', HEADLINE, 2],
    ['no month', 'https://courier.test/2026/13/harbour-wall-vote', HEADLINE, 0],
    ['a number', 'https://courier.test/x/harbour-wall-vote-44718', HEADLINE, 1.5],
    ['too short a number', 'https://courier.test/x/harbour-wall-vote-4471', HEADLINE, 0],
    ['a code', 'https://courier.test/x/harbour-wall-vote-rcna40626', HEADLINE, 1.5],
    ['a file', 'https://courier.test/x/harbour-wall-vote.html', HEADLINE, 0.5],
    ['a folder of articles', 'https://courier.test/articles/harbour-wall-vote', HEADLINE, 1],
    ['a folder of lists', 'https://courier.test/topics/harbour-wall-vote', HEADLINE, -4],
    ['a name of services', 'https://courier.test/x/wall-newsletter-vote', HEADLINE, -2],
    ['the top level', 'https://courier.test/harbour-wall-vote', HEADLINE, -0.5],
    ['fewer words', 'https://courier.test/x/harbour-wall-vote', 'Harbour wall', -4],
    ['words of a service', 'https://courier.test/x/harbour-wall-vote', 'Subscribe to rebuild its harbour wall', -1.5],
  ])('%s', (_, address, text, points) => {
    expect(weighStoryLink(address, text) - plain).toBe(points);
  });
});

describe('readLinkShape', () => {
  it.each(['/', '/en', '/en-gb/', '/index.html', '/en/index.php', '/#top', '/?utm_source=x', ''])(
    '%s is a front page',
    (path) => {
      expect(readLinkShape(path)).toBeNull();
    },
  );

  it('takes the name from above a number or a short label', () => {
    expect(readLinkShape('/story/northport-votes-to-rebuild-wall/65382854007/')?.words).toBe(5);
    expect(readLinkShape('/story/northport-votes-to-rebuild-wall/index.html')?.words).toBe(5);
  });

  it('keeps what cannot be decoded', () => {
    expect(readLinkShape('/%E0%A4%A/northport-votes-to-rebuild-wall')?.words).toBe(5);
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  – | / ', 0],
    ['2:18', 1],
    ['don’t co-op 1,000', 3],
    ['Sport/Fußball', 2],
    ['Ärger über Öl', 3],
    ['北港の防波堤再建を可決', 4],
    ['북항 방파제 재건', 3],
    ['Порт отстроит стену', 3],
  ])('%s', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('siteNameOf', () => {
  it.each([
    ['www.courier.test', 'courier.test'],
    ['courier.test:8080', 'courier.test'],
    ['a.b.courier.co.uk', 'courier.co.uk'],
    ['www.google.co.uk', 'google'],
    ['news.google.de', 'google'],
    ['t.co', 't.co'],
    ['bbc.co.uk', 'bbc.co.uk'],
    ['localhost', 'localhost'],
    ['', ''],
  ])('%s', (host, site) => {
    expect(siteNameOf(host)).toBe(site);
  });
});
