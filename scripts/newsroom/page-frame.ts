// The frame of every page of a sample outlet: head, masthead, navigation, and the note that it is invented.
import { escapeMarkup } from './escape-markup.ts';
import type { SampleOutlet } from './sample-outlet.ts';

const WORDS = {
  en: { about: 'About us', mark: 'Invented sample content: this outlet, its people and its news do not exist.' },
  de: {
    about: 'Impressum',
    mark: 'Erfundene Beispielinhalte: Diese Zeitung, ihre Leute und ihre Nachrichten gibt es nicht.',
  },
  fr: {
    about: 'À propos',
    mark: 'Contenu d’exemple inventé : ce titre, ses personnes et ses nouvelles n’existent pas.',
  },
} as const;

export type Frame = {
  readonly outlet: SampleOutlet;
  readonly title: string;
  readonly head: string;
  readonly body: string;
};

export function framePage({ outlet, title, head, body }: Frame): string {
  const words = WORDS[outlet.lang];
  const links = outlet.sections.map((section) => `<a href="/section/${section}">${capitalise(section)}</a>`).join(' ');
  return `<!doctype html>
<html lang="${outlet.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Parallax sample newsroom (invented content)">
<title>${escapeMarkup(title)}</title>
<link rel="icon" href="data:,">
<link rel="alternate" type="application/rss+xml" title="${escapeMarkup(outlet.name)}" href="${outlet.feed.path}">
${head}
<style>
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem; font: 18px/1.6 Georgia, serif; color: #1c1c1c; }
.masthead { border-bottom: 4px solid ${outlet.accent}; padding: 1rem 0 .5rem; }
.masthead a { color: ${outlet.accent}; }
.masthead > a { font-size: 1.6rem; font-weight: bold; text-decoration: none; }
nav a { margin-right: 1rem; font: 14px sans-serif; }
h1 { line-height: 1.2; } .meta, footer { font: 14px/1.5 sans-serif; color: #555; }
.item h2 { font-size: 1.15rem; margin: 1.2rem 0 .2rem; } .item p { margin: 0; }
footer { margin: 3rem 0 1rem; border-top: 1px solid #ccc; padding-top: .5rem; }
</style>
</head>
<body>
<header class="masthead"><a href="/">${escapeMarkup(outlet.name)}</a><nav>${links} <a href="/about">${words.about}</a></nav></header>
<div id="content">
${body}
</div>
<footer data-sample="invented">${words.mark}</footer>
</body>
</html>
`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
