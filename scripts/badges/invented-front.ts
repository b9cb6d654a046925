// Front pages of invented headlines, of any size, with the markup that front pages usually have.

const SUBJECTS = ['Council', 'Harbour', 'Court', 'Ministry', 'Union', 'Ferry line', 'University', 'Regulator'];
const DEEDS = ['rejects', 'postpones', 'approves', 'questions', 'publishes', 'withdraws', 'extends', 'defends'];
const THINGS = [
  'plan for northern bridge',
  'budget of coastal schools',
  'report on winter floods',
  'rules for night trains',
];

/** A host of no known outlet. */
export const FRONT_URL = 'https://front.test/';
/** A host of an outlet in the sample newsroom. */
export const OUTLET_FRONT_URL = 'https://harbor-ledger.test/';

export type FrontLink = { readonly url: string; readonly text: string };

export function inventFrontLinks(count: number, frontUrl = FRONT_URL): FrontLink[] {
  return Array.from({ length: count }, (_, index) => {
    const [subject, deed, thing] = [pick(SUBJECTS, index), pick(DEEDS, index * 3 + 1), pick(THINGS, index * 5 + 2)];
    const text = `${subject} ${deed} ${thing} after long debate in part ${index + 1}`;
    const slug = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return { url: `${frontUrl}news/2026/03/0${(index % 9) + 1}/${slug}`, text };
  });
}

const pick = (words: readonly string[], at: number): string => words[at % words.length] ?? '';

/** One card per link, with a picture, a headline and a teaser. */
export const frontMarkup = (links: readonly FrontLink[]): string =>
  links
    .map(
      ({ url, text }) =>
        `<article class="card"><div class="picture"></div><h3><a href="${url}">${text}</a></h3><p>What happened, and what is said of it by those concerned.</p></article>`,
    )
    .join('');

/** Without `markup`, measure-badges.ts inserts the links later, so that the time of their appearance is known. */
export const frontPage = (markup: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>The Invented Front</title><style>body{font:16px/1.4 sans-serif;margin:0}header{padding:12px}main{display:grid;
grid-template-columns:repeat(3,1fr);gap:24px;padding:24px}.picture{block-size:90px;background:#dde}h3{margin:8px 0}</style></head>
<body><header><h1>The Invented Front</h1></header><main id="list">${markup}</main></body></html>`;
