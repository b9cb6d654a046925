// The admin's commands: the arguments of each, and one sentence on what it does.

export type CommandName =
  | 'status'
  | 'feeds list'
  | 'feeds add'
  | 'feeds remove'
  | 'feeds on'
  | 'feeds off'
  | 'outlets find'
  | 'outlets show'
  | 'separate'
  | 'unseparate'
  | 'recluster'
  | 'shards list'
  | 'shards cut'
  | 'backup'
  | 'restore';

type About = { readonly args: readonly string[]; readonly flags?: readonly string[]; readonly about: string };

export const COMMANDS: Readonly<Record<CommandName, About>> = {
  status: { args: [], about: 'how much there is, and what waits' },
  'feeds list': {
    args: [],
    flags: ['failing', 'outlet'],
    about: 'every feed with its last outcome; --failing: only those that fail; --outlet ID',
  },
  'feeds add': {
    args: ['URL'],
    flags: ['outlet', 'lang', 'sitemap'],
    about: 'poll another feed; --outlet ID where its host is not in the registry, --lang, --sitemap',
  },
  'feeds remove': {
    args: ['URL'],
    about: 'forget a feed; one of the registry comes back at the next start: switch it off',
  },
  'feeds on': { args: ['URL'], about: 'poll it again, at once' },
  'feeds off': { args: ['URL'], about: 'poll it no more' },
  'outlets find': { args: ['TEXT'], about: 'outlets by name or host' },
  'outlets show': { args: ['ID'], about: 'what is known of an outlet, and its ratings' },
  separate: { args: ['ARTICLE', 'STORY'], about: 'this article does not belong to this story' },
  unseparate: { args: ['ARTICLE', 'STORY'], about: 'take that back' },
  recluster: { args: [], about: 'group all articles anew beside the served stories, and change over when done' },
  'shards list': { args: [], about: 'languages that are grouped together; * stands for all others' },
  'shards cut': {
    args: ['SHARDS'],
    about: 'group languages apart, each by an owner of its own: "german=de all=*". Stories do not cross shards',
  },
  backup: { args: ['FILE'], about: 'write everything into a file' },
  restore: { args: ['FILE'], about: 'read such a file into an empty database' },
};

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { args, about }]) => `  ${[name, ...args].join(' ').padEnd(24)} ${about}`,
  );
  return `Usage: npm run server-admin -- COMMAND\n${lines.join('\n')}
The database is the one of DATABASE_URL, or the embedded one in DATA_FOLDER, whose server must be stopped meanwhile.`;
}
