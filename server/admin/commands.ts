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
  status: { args: [], about: 'the size of the index, and what is waiting' },
  'feeds list': {
    args: [],
    flags: ['failing', 'outlet'],
    about: 'every feed with its last outcome; --failing: only those that fail; --outlet ID',
  },
  'feeds add': {
    args: ['URL'],
    flags: ['outlet', 'lang', 'sitemap'],
    about: 'poll another feed; --outlet ID if its host is not in the registry, --lang, --sitemap',
  },
  'feeds remove': {
    args: ['URL'],
    about: 'delete a feed; one from the registry returns at the next start, so switch it off instead',
  },
  'feeds on': { args: ['URL'], about: 'poll it again, starting now' },
  'feeds off': { args: ['URL'], about: 'stop polling it' },
  'outlets find': { args: ['TEXT'], about: 'outlets by name or host' },
  'outlets show': { args: ['ID'], about: 'the facts about an outlet, and its ratings' },
  separate: { args: ['ARTICLE', 'STORY'], about: 'this article does not belong to this story' },
  unseparate: { args: ['ARTICLE', 'STORY'], about: 'take that back' },
  recluster: { args: [], about: 'cluster all articles again beside the served stories, and switch when done' },
  'shards list': { args: [], about: 'languages that are clustered together; * stands for all others' },
  'shards cut': {
    args: ['SHARDS'],
    about: 'cluster languages separately, each shard in its own process: "german=de all=*". Stories do not span shards',
  },
  backup: { args: ['FILE'], about: 'write the whole database to a file' },
  restore: { args: ['FILE'], about: 'read a backup into an empty database' },
};

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { args, about }]) => `  ${[name, ...args].join(' ').padEnd(24)} ${about}`,
  );
  return `Usage: npm run server-admin -- COMMAND\n${lines.join('\n')}
The database is the one of DATABASE_URL, or the embedded one in DATA_FOLDER, whose server must not be running.`;
}
