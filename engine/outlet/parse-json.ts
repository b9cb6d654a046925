// Parses JSON of a user's file and finds the line of a syntax error, which most JavaScript engines do not report.
import { err, ok, type Result } from '../result.ts';
import { type ImportProblem, type ImportReason, problemAt, why } from './import-problem.ts';

export function parseJson(text: string): Result<unknown, ImportProblem[]> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const { index, reason } = findJsonError(text);
    return err([problemAt(countLine(text, index), why(reason))]);
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line of the first occurrence of this string as a key or value; 1 if there is none. */
export function findLine(text: string, wanted: string): number {
  return findLineFrom(text, { wanted, from: 0 });
}

/** As `findLine`, at or after the index `from`. */
export function findLineFrom(
  text: string,
  { wanted, from }: { readonly wanted: string; readonly from: number },
): number {
  const index = text.indexOf(JSON.stringify(wanted), from);
  return index === -1 ? 1 : countLine(text, index);
}

function countLine(text: string, index: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end !== -1 && end < index; end = text.indexOf('\n', end + 1)) line++;
  return line;
}

type JsonError = { readonly index: number; readonly reason: ImportReason };
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing more';

const REASONS: { readonly [What in Expected]: ImportReason } = {
  value: 'json-value',
  'value or ]': 'json-value',
  key: 'json-name',
  'key or }': 'json-name',
  colon: 'json-colon',
  'comma or end': 'json-comma',
  'nothing more': 'json-end',
};

/** Scans the tokens with a stack of open brackets and stops at the first that is not allowed. */
function findJsonError(text: string): JsonError {
  const open: string[] = [];
  let expected: Expected = 'value';
  for (let index = skipSpace(text, 0); index < text.length; ) {
    const token = readToken(text, index);
    const next: Expected | null = token === null ? null : step(expected, { kind: token.kind, open });
    if (token === null || next === null) return { index, reason: REASONS[expected] };
    expected = next;
    index = skipSpace(text, token.end);
  }
  return { index: text.length, reason: 'json-too-short' };
}

/** `kind`: `"` for a string, `0` for another literal, else the punctuation itself. */
type Token = { readonly kind: string; readonly end: number };

const SPACE = /[ \t\r\n]*/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

function skipSpace(text: string, index: number): number {
  SPACE.lastIndex = index;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function readToken(text: string, index: number): Token | null {
  const first = text[index] ?? '';
  if ('[]{}:,'.includes(first)) return { kind: first, end: index + 1 };
  if (first === '"') return readString(text, index + 1);
  LITERAL.lastIndex = index;
  return LITERAL.test(text) ? { kind: '0', end: LITERAL.lastIndex } : null;
}

function readString(text: string, from: number): Token | null {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20) return null;
    if (text[index] === '"') return { kind: '"', end: index + 1 };
    if (text[index] === '\\') {
      if (!/^(?:["\\/bfnrt]|u[0-9a-f]{4})/i.test(text.slice(index + 1, index + 6))) return null;
      index++;
    }
  }
  return null;
}

type Step = { readonly kind: Token['kind']; readonly open: string[] };

/** What may follow a token of this kind; null if the token itself is not allowed. Keeps the stack of open brackets. */
function step(expected: Expected, { kind, open }: Step): Expected | null {
  switch (expected) {
    case 'value':
    case 'value or ]':
      if (kind === '"' || kind === '0') return afterValue(open);
      if (kind === '{' || kind === '[') {
        open.push(kind);
        return kind === '{' ? 'key or }' : 'value or ]';
      }
      return kind === ']' && expected === 'value or ]' ? close(open) : null;
    case 'key':
    case 'key or }':
      if (kind === '"') return 'colon';
      return kind === '}' && expected === 'key or }' ? close(open) : null;
    case 'colon':
      return kind === ':' ? 'value' : null;
    case 'comma or end':
      if (kind === ',') return open.at(-1) === '{' ? 'key' : 'value';
      return kind === (open.at(-1) === '{' ? '}' : ']') ? close(open) : null;
    case 'nothing more':
      return null;
  }
}

function close(open: string[]): Expected {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing more' : 'comma or end';
}
