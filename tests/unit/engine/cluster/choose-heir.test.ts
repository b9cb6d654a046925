// Which story an id leads to after its own story has ended.
import { expect, it } from 'vitest';
import { chooseHeir } from '../../../../engine/cluster/choose-heir.ts';
import { storyId } from '../outlet/invented-outlets.ts';

const heirOf = (places: readonly string[], merged?: string) =>
  chooseHeir(places.map(storyId), merged === undefined ? undefined : storyId(merged));

it.each<[string, readonly string[], string | undefined, string | null]>([
  ['the one with most of the articles', ['s-p', 's-b', 's-p'], 's-b', 's-p'],
  ['of equals the one that it was made part of', ['s-a', 's-p'], 's-p', 's-p'],
  ['of other equals the one with the smaller id', ['s-p', 's-b'], 's-x', 's-b'],
  ['none without articles, whatever it was made part of', [], 's-b', null],
  ['the example of docs/method.md, when B has expired: P has the articles left', ['s-p'], 's-b', 's-p'],
])('%s', (_, places, merged, heir) => expect(heirOf(places, merged)).toBe(heir));
