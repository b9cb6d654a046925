// The web-standard globals that every host of the engine has (service worker, page, Node) and that lib ES2023 leaves out.
interface URLSearchParams {
  get(name: string): string | null;
  delete(name: string): void;
  keys(): IterableIterator<string>;
  sort(): void;
  toString(): string;
  readonly size: number;
}
declare var URLSearchParams: { new (pairs: readonly (readonly [string, string])[]): URLSearchParams };
interface URL {
  hash: string;
  readonly host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
}
declare var URL: { new (url: string, base?: string): URL; canParse(url: string, base?: string): boolean };
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
interface TextDecoder {
  readonly encoding: string;
  decode(bytes?: Uint8Array): string;
}
declare var TextDecoder: {
  new (label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean }): TextDecoder;
};
