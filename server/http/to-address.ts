// The API's address as a browser takes it: an IPv6 address stands in brackets.

export function toAddress({ host, port }: { readonly host: string; readonly port: number }): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}
