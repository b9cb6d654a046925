// Puts a page with links into the test's document, under an address of its own.

export function setPage(address: string, html: string): void {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(address);
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
}

/** Browsers do this while parsing: templates with a `shadowrootmode` become shadow roots. */
export function openShadowRoots(scope: Document | ShadowRoot): void {
  for (const template of scope.querySelectorAll('template[shadowrootmode="open"]')) {
    const host = template.parentElement;
    if (host === null || !(template instanceof HTMLTemplateElement)) continue;
    const root = host.attachShadow({ mode: 'open' });
    root.append(template.content);
    template.remove();
    openShadowRoots(root);
  }
}
