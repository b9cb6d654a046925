// Parses a pack of outlets that a user imports, outlet by outlet, so that one bad outlet does not cost the others.
import { err, ok, type Result } from '../result.ts';
import { Outlet, OutletPack } from '../schema.ts';
import { describeIssue, explainIssue } from './describe-issue.ts';
import { isSharedHost, normalizeHost } from './host.ts';
import {
  checkImportText,
  clip,
  createProblemList,
  IMPORT_ENTRIES_MAX,
  type Imported,
  type ImportProblem,
  problemAt,
  type Why,
  why,
} from './import-problem.ts';
import { parseOutletKey } from './outlet-key.ts';
import { findLine, isObject, parseJson } from './parse-json.ts';
import { readHostOutletId } from './resolve-outlet-id.ts';

/** JSON as in `OutletPack`. Fails when the file as a whole cannot be used, or when none of its outlets can. */
export function parseOutletPack(file: { readonly text: string }): Result<Imported<OutletPack>, ImportProblem[]> {
  const checked = checkImportText(file.text);
  if (!checked.ok) return checked;
  const text = checked.value;
  const json = parseJson(text);
  if (!json.ok) return json;
  const given: unknown = isObject(json.value) && 'outlets' in json.value ? json.value.outlets : null;
  const header = OutletPack.safeParse(isObject(json.value) ? { ...json.value, outlets: [] } : json.value);
  if (!header.success) return err(header.error.issues.map((issue) => describeIssue(text, issue)));
  if (!Array.isArray(given)) return err([problemAt(findLine(text, 'outlets'), why('expects-list', 'outlets'))]);
  if (given.length > IMPORT_ENTRIES_MAX) {
    return err([problemAt(findLine(text, 'outlets'), why('too-many-entries', IMPORT_ENTRIES_MAX))]);
  }
  const { outlets, problems, skipped } = parseOutlets(text, given);
  if (outlets.length === 0) return err([problemAt(1, why('no-usable-outlet')), ...problems]);
  return ok({ pack: { ...header.data, outlets }, problems, skipped });
}

type ParsedOutlets = Omit<Imported<OutletPack>, 'pack'> & { readonly outlets: Outlet[] };

function parseOutlets(text: string, given: readonly unknown[]): ParsedOutlets {
  const problems = createProblemList();
  const outlets = new Map<string, Outlet>();
  for (const [index, value] of given.entries()) {
    const id = isObject(value) && 'id' in value && typeof value.id === 'string' ? value.id : null;
    const who = id === null ? `#${index + 1}` : clip(id);
    const parsed = Outlet.safeParse(value);
    const problem = parsed.success ? findProblem(parsed.data, outlets) : explainFirst(parsed.error.issues, who);
    if (problem !== null) problems.add(problem, () => findLine(text, id ?? 'outlets'));
    else if (parsed.success) outlets.set(parsed.data.id, parsed.data);
  }
  return { outlets: [...outlets.values()], problems: problems.list(), skipped: problems.count() };
}

function explainFirst([issue]: Parameters<typeof explainIssue>[0][], who: string): Why {
  return issue === undefined ? why('expects-other', who) : explainIssue(issue, [who, ...issue.path.map(String)]);
}

function findProblem(outlet: Outlet, earlier: ReadonlyMap<string, Outlet>): Why | null {
  const who = clip(outlet.id);
  if (earlier.has(outlet.id)) return why('listed-twice', who);
  if (parseOutletKey(outlet.id) !== outlet.id || readHostOutletId(outlet.id) !== null) return why('bad-id', who);
  const domain = outlet.domains.find((rule) => !isDomainRule(rule));
  return domain === undefined ? null : why('bad-domain', who, clip(domain));
}

/** Rejects rules that would cover strangers' sites: public suffixes and hosting platforms. */
function isDomainRule(rule: string): boolean {
  const isExact = rule.startsWith('=');
  const [written = ''] = rule.slice(isExact ? 1 : 0).split('/');
  const host = normalizeHost(written);
  return host !== null && (isExact || rule.includes('/') || !isSharedHost(host));
}
