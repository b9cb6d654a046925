// Commands for outlets: find them by name or host, and show one with its ratings and who gave them.
import { OutletId } from '../../engine/ids.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { Catalogue } from '../catalogue.ts';

type CommandResult = Result<readonly string[], string>;

const FOUND_MAX = 40;

export function findOutlets({ directory }: Catalogue, text: string): CommandResult {
  const wanted = text.toLowerCase();
  const found = directory.outlets.filter(
    ({ id, name, domains }) =>
      name.toLowerCase().includes(wanted) || [id, ...domains].some((word) => word.includes(wanted)),
  );
  const lines = found.slice(0, FOUND_MAX).map(({ id, name, country, feeds }) => {
    return `${id}  ${name}  ${country ?? '—'}  ${feeds.length} feeds`;
  });
  return ok([
    ...lines,
    `${found.length} outlets${found.length > FOUND_MAX ? `, the first ${FOUND_MAX} are shown` : ''}`,
  ]);
}

export function showOutlet({ directory, rater }: Catalogue, id: string): CommandResult {
  const outlet = directory.get(id);
  if (outlet === null) return err(`There is no outlet ${id}. Find its id with: outlets find TEXT.`);
  const { bias, factuality, ratings } = rater.rate(OutletId.parse(id));
  return ok([
    `${outlet.name} (${outlet.type}, ${outlet.country ?? 'country not known'})`,
    `domains     ${outlet.domains.join(', ')}`,
    `languages   ${outlet.languages.join(', ') || 'not known'}`,
    `owner       ${outlet.owner ?? 'not known'} (${outlet.ownership})`,
    `bias        ${bias === null ? 'not rated' : `${bias.step}, mean of ${bias.raters} raters`}`,
    `factuality  ${factuality ?? 'not rated'}`,
    ...ratings.map(({ rater: who, value, date }) => `  ${who}: ${value} (${date})`),
    ...outlet.feeds.map(({ url }) => `feed        ${url}`),
  ]);
}
