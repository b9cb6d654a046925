// Offers the user a text as a download, through a link in the page, which needs no permission.

export function saveFile({ name, text }: { readonly name: string; readonly text: string }): void {
  const link = document.createElement('a');
  // Not revoked before the page is closed, since no event tells that the browser has saved the file.
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
}
