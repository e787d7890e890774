// Changes to the text of a workspace file: what the quick fixes put in and the views take out again. The rest of the file,
// comments and layout included, stays as it is. Must not touch files or know an editor.

import { applyEdits, modify, parseTree, findNodeAtLocation, getNodeValue, type Edit, type JSONPath } from 'jsonc-parser';
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

/** The text without a decision to ignore. */
export function withoutIgnore(text: string, ignore: Ignore): string {
  const index = ignoresIn(text).findIndex((each) => isSame(each, ignore));
  return index < 0 ? text : changed(text, ['ignore', index], undefined);
}

/** The text with a rule switched off. */
export const withRuleOff = (text: string, rule: string): string => changed(text, ['rules', rule], 'off');

function ignoresIn(text: string): readonly Partial<Ignore>[] {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, ['ignore']);
  const value: unknown = node && getNodeValue(node);
  return Array.isArray(value) ? (value as Partial<Ignore>[]) : [];
}

const isSame = (a: Partial<Ignore>, b: Ignore): boolean => a.rule === b.rule && a.text === b.text && a.sentence === b.sentence;
