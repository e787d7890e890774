// Changes to the text of a workspace file: what the quick fixes and the view of problems put in and take out again. The rest
// of the file, comments and layout included, stays as it is. Must not touch files or know an editor.

import { applyEdits, createScanner, findNodeAtLocation, getNodeValue, modify, parseTree, type Edit, type JSONPath, type Node } from 'jsonc-parser';
import type { Ignore } from '../core/index.ts';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/** A file that does not yet exist is empty. */
const changed = (text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string => {
  const base = text.trim() === '' ? '{}\n' : text;
  const edits: Edit[] = modify(base, path, value, { ...FORMAT, isArrayInsertion });
  return applyEdits(base, edits);
};

/** The text with one more decision to ignore; the same text where it is there already. */
export function withIgnore(text: string, ignore: Ignore): string {
  const known = ignoresIn(text);
  if (known.some((each) => isSame(each, ignore))) return text;
  return known.length === 0 ? changed(text, ['ignore'], [ignore]) : changed(text, ['ignore', known.length], ignore, true);
}

/** The text without a decision to ignore, however often it is there. */
export function withoutIgnore(text: string, ignore: Ignore): string {
  const index = ignoresIn(text).findIndex((each) => isSame(each, ignore));
  const entry = index < 0 ? undefined : nodeAt(text, ['ignore', index]);
  return entry ? withoutIgnore(withoutLast(without(text, entry), 'ignore'), ignore) : text;
}

/** The text with a reason for a decision to ignore; with none where the reason is empty. */
export function withReason(text: string, ignore: Ignore, reason: string): string {
  const index = ignoresIn(text).findIndex((each) => isSame(each, ignore));
  const entry = index < 0 ? undefined : nodeAt(text, ['ignore', index]);
  const last = entry?.children?.at(-1);
  if (!entry || !last) return text;
  const value = findNodeAtLocation(entry, ['reason']);
  if (reason === '') return value?.parent ? without(text, value.parent) : text;
  if (value) return replaced(text, value.offset, endOf(value), JSON.stringify(reason));
  // As the other fields stand: below each other or in one line.
  const gap = /^\s*/u.exec(text.slice(entry.offset + 1))?.[0] ?? '';
  return replaced(text, endOf(last), endOf(last), `,${gap.includes('\n') ? gap : ' '}"reason": ${JSON.stringify(reason)}`);
}

/** The text with a rule switched off. */
export const withRuleOff = (text: string, rule: string): string => changed(text, ['rules', rule], 'off');

/** The text without a level for a rule. */
export function withoutRule(text: string, rule: string): string {
  const property = nodeAt(text, ['rules', rule])?.parent;
  return property ? withoutLast(without(text, property), 'rules') : text;
}

/** The text without a field that holds nothing any more, not even a comment. */
function withoutLast(text: string, field: string): string {
  const value = nodeAt(text, [field]);
  const isEmpty = value !== undefined && text.slice(value.offset + 1, endOf(value) - 1).trim() === '';
  return isEmpty && value.parent ? without(text, value.parent) : text;
}

/** The text without a property or an item and without the comma that goes with it; its line goes if nothing else is on it. */
function without(text: string, node: Node): string {
  const siblings = node.parent?.children ?? [];
  const before = siblings[siblings.indexOf(node) - 1];
  const after = commaFrom(text, endOf(node));
  const own = cut(text, node.offset, after === undefined ? endOf(node) : after + 1);
  const comma = after === undefined && before ? commaFrom(text, endOf(before)) : undefined;
  return comma === undefined ? own : replaced(own, comma, comma + 1, '');
}

function cut(text: string, start: number, end: number): string {
  const before = /(?:^|\n)[^\S\n]*$/u.exec(text.slice(0, start));
  const after = /^[^\S\n]*\n/u.exec(text.slice(end));
  if (before && after) return replaced(text, before.index + (before[0].startsWith('\n') ? 1 : 0), end + after[0].length, '');
  const blanks = /^[^\S\n]*/u.exec(text.slice(end))?.[0].length ?? 0;
  const closes = /[\]}]/u.test(text[end + blanks] ?? '');
  const room = closes && !before ? (/(?<![^\S\n])[^\S\n]*$/u.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
  return replaced(text, start - room, closes ? end : end + blanks, '');
}

/** Where the next token is, if it is a comma; comments and blanks in between do not count. */
function commaFrom(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  const at = scanner.getTokenOffset();
  return text[at] === ',' ? at : undefined;
}

const replaced = (text: string, start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(end);

const endOf = ({ offset, length }: Node): number => offset + length;

function nodeAt(text: string, path: JSONPath): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root && findNodeAtLocation(root, path);
}

function ignoresIn(text: string): readonly (Partial<Ignore> | null)[] {
  const node = nodeAt(text, ['ignore']);
  const value: unknown = node && getNodeValue(node);
  return Array.isArray(value) ? (value as (Partial<Ignore> | null)[]) : [];
}

/** Entries of other shapes are somebody's slip and stay. */
const isSame = (a: Partial<Ignore> | null, b: Ignore): boolean => a?.rule === b.rule && a.text === b.text && (a.sentence || undefined) === b.sentence;
