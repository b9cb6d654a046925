// What the gate reports and when: the reader is requested once, other pages reported by kind, private ones not at all.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchGate } from '../../../../utils/page/watch-gate.ts';

const ORIGIN = 'https://courier.test';

type Message = { name: string; input: { pageUrl: string; kind?: string } };

const sent: Message[] = [];
const runtime: { id: string | undefined; sendMessage(message: Message): Promise<void> } = {
  id: 'extension',
  sendMessage: async (message) => {
    sent.push(message);
  },
};

function goTo(path: string): void {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(ORIGIN + path);
}

function navigate(path: string): void {
  goTo(path);
  window.dispatchEvent(new Event('popstate'));
}

/** From the back/forward cache. */
function comeBack(): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
}

const told = () => sent.map(({ name, input }) => `${name} ${input.kind ?? ''}`.trim());

beforeEach(() => {
  runtime.id = 'extension';
  Reflect.set(globalThis, 'chrome', { runtime });
  document.body.innerHTML = '<h1>Northport</h1><p>Text.</p>';
});

afterEach(() => {
  runtime.id = undefined;
  comeBack(); // ends the test's gate
  Reflect.deleteProperty(globalThis, '__parallaxGate');
  Reflect.deleteProperty(globalThis, 'chrome');
  sent.length = 0;
});

it('asks for the reader once, and then leaves the page to it', () => {
  goTo('/news/2026/05/19/northport-votes-to-rebuild-wall');
  watchGate();
  navigate('/news/2026/05/20/another-article-about-the-wall');
  expect(told()).toEqual(['page/promising']);
});

it('looks again when it is injected again, because something was allowed meanwhile', () => {
  goTo('/news/2026/05/19/northport-votes-to-rebuild-wall');
  watchGate();
  watchGate();
  expect(told()).toEqual(['page/promising', 'page/promising']);
});

describe('when an article comes back from the cache', () => {
  beforeEach(() => {
    goTo('/news/2026/05/19/northport-votes-to-rebuild-wall');
    watchGate();
    return () => Reflect.deleteProperty(globalThis, '__parallaxReadAgain');
  });

  it('asks for the reader again, as long as that has not come', () => {
    comeBack();
    comeBack();
    expect(told()).toEqual(['page/promising', 'page/promising', 'page/promising']);
  });

  it('leaves the page to the reader, if that has come', () => {
    Reflect.set(globalThis, '__parallaxReadAgain', () => undefined);
    comeBack();
    expect(told()).toEqual(['page/promising']);
  });
});

it('waits until a prepared page is in front of the user', () => {
  goTo('/news/2026/05/19/northport-votes-to-rebuild-wall');
  Reflect.set(document, 'prerendering', true);
  watchGate();
  watchGate();
  expect(told()).toEqual([]);
  Reflect.deleteProperty(document, 'prerendering');
  document.dispatchEvent(new Event('prerenderingchange'));
  expect(told()).toEqual(['page/promising']);
});

it('names a front page, and asks for the reader when an article follows inside the page', () => {
  goTo('/');
  watchGate();
  expect(told()).toEqual(['page/report front']);
  navigate('/news/2026/05/19/northport-votes-to-rebuild-wall');
  expect(told()).toEqual(['page/report front', 'page/promising']);
});

it('says nothing twice of one address', () => {
  goTo('/');
  watchGate();
  navigate('/#top');
  expect(told()).toEqual(['page/report front']);
});

it.each(['#/', '#!/'])('asks for the reader when an article follows behind "%s" of the front page', (mark) => {
  goTo(`/${mark}`);
  watchGate();
  navigate(`/${mark}home`);
  navigate(`/${mark}news/northport-votes-to-rebuild-wall`);
  expect(told()).toEqual(['page/report front', 'page/report front', 'page/promising']);
});

it('names a page again when it comes back from the cache, because the worker has forgotten it', () => {
  goTo('/');
  watchGate();
  comeBack();
  expect(told()).toEqual(['page/report front', 'page/report front']);
});

it('looks again when a script puts another document in place of this one, and at its end', async () => {
  goTo('/');
  watchGate();
  const root = document.documentElement.cloneNode(true);
  document.documentElement.remove();
  document.append(root);
  await Promise.resolve();
  expect(told()).toEqual(['page/report front', 'page/report front']);
  goTo('/news/2026/05/19/northport-votes-to-rebuild-wall');
  window.dispatchEvent(new Event('DOMContentLoaded'));
  expect(told()).toEqual(['page/report front', 'page/report front', 'page/promising']);
});

it('says nothing of a page that is being written', () => {
  goTo('/news/2026/05/19/northport-votes-to-rebuild-wall');
  document.body.innerHTML = '<main contenteditable="true"><h1>Draft</h1><p>Text.</p></main>';
  watchGate();
  expect(told()).toEqual([]);
});

it('is silent once the extension is gone', () => {
  goTo('/');
  watchGate();
  runtime.id = undefined;
  navigate('/news/2026/05/19/northport-votes-to-rebuild-wall');
  expect(told()).toEqual(['page/report front']);
});
