// The API's address for a browser: IPv6 addresses are in brackets.

export function toAddress({ host, port }: { readonly host: string; readonly port: number }): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}
