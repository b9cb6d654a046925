// Chromium's host resolver rules that map every host to the newsroom on this machine.
export function resolverRules({ httpPort, httpsPort }: { readonly httpPort: number; readonly httpsPort: number }) {
  return `MAP *:80 127.0.0.1:${httpPort}, MAP *:443 127.0.0.1:${httpsPort}`;
}
