// The API description for people: one HTML page of the same operations as the OpenAPI document, without scripts or a CDN.
import { OPERATIONS, type Operation } from './operations.ts';
import { PROBLEMS } from './problem.ts';

export type PageFacts = { readonly name: string; readonly needsToken: boolean };

/** Only the variables differ in dark mode; contrast is at least 4.5 in both. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1c1e21; --soft: #54585e; --line: #d5d8dc; --code: #f3f4f6; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #16181b; --ink: #e9eaec; --soft: #a9aeb5; --line: #3a3e44; --code: #22252a; --link: #8ab8f0; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main, header { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code { background: var(--code); padding: .1em .3em; border-radius: 3px; font-size: .92em; }
section { border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25rem 1rem; margin: .75rem 0; }
dt { font-weight: 600; } dd { margin: 0; }
.soft { color: var(--soft); }
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
`;

export function renderDocumentPage({ name, needsToken }: PageFacts): string {
  const title = escapeHtml(name);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: API</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>Who else covers a story, how the outlets are spread, who copied whom: the API that the Parallax extension can use instead of
polling feeds itself. Answers are JSON; failures are <code>application/problem+json</code> with a stable <code>code</code>.
For programs: <a href="openapi.json">openapi.json</a>.</p>
<p>${needsToken ? 'This server requires its read token: <code>Authorization: Bearer …</code>' : 'No account and no key is needed.'}
There are no cookies. Neither requested pages nor readers’ addresses are stored.</p>
</header>
<main>
<nav aria-label="Operations"><ul>
${OPERATIONS.map(({ id, method, path }) => `<li><a href="#${id}"><code>${method.toUpperCase()} ${escapeHtml(path)}</code></a></li>`).join('\n')}
</ul></nav>
${OPERATIONS.map(renderOperation).join('\n')}
</main>
</body>
</html>
`;
}

function renderOperation(operation: Operation): string {
  const { id, method, path, title, about, parameters, takes, answers, redirects, problems, token } = operation;
  const facts: [string, string][] = [
    ...parameters.map(({ name, about }): [string, string] => [`<code>${name}</code>`, formatText(about)]),
    ...(takes === null ? [] : [['Body', `<code>${takes}</code>`] satisfies [string, string]]),
    ['Answer', `${answers.status}, <code>${answers.schema}</code>${redirects ? '; 308 for a merged story' : ''}`],
    ['Problems', problems.map((code) => `<code>${code}</code> (${PROBLEMS[code].status})`).join(', ')],
    ...(token === 'articles'
      ? [['Token', 'A token from the operator for sending articles'] satisfies [string, string]]
      : []),
  ];
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p><strong>${escapeHtml(title)}.</strong> <span class="soft">${formatText(about)}</span></p>
<dl>
${facts.map(([term, meaning]) => `<dt>${term}</dt><dd>${meaning}</dd>`).join('\n')}
</dl>
</section>`;
}

/** Text in backticks becomes <code>. */
const formatText = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
