// Gives the reader a text to save as a file: by a link of the page, for which no permission is needed.

export function saveFile({ name, text }: { readonly name: string; readonly text: string }): void {
  const link = document.createElement('a');
  // It is kept until the page is closed: no event tells that the browser has saved it.
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
}
