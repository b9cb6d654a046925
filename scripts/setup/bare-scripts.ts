// Strips WXT's wrapper from each script: its plugins, of which there are none here, and crash messages, which production builds
// never print. In the gate, which every page compiles again, that was a tenth.
import type { Plugin } from 'vite';

const WRAPPED = /^import definition from "[^"]+";/;

export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    apply: 'build',
    transform: {
      filter: { id: /virtual:wxt-unlisted-script-entrypoint\?/ },
      handler(code) {
        const [imported] = WRAPPED.exec(code) ?? [];
        if (imported === undefined) this.error('WXT does not wrap scripts in the way that this plugin expects.');
        return `${imported}\ndefinition.main();\n`;
      },
    },
  };
}
