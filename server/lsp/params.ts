// What comes over the wire is looked at before it is used: positions, ranges, names of documents. Must not answer anything.

import { ErrorCodes, LSPErrorCodes, ResponseError, type Position, type Range } from 'vscode-languageserver';
import { offsetAt, type Refusal, type Source, type Span } from '../core/index.ts';
import { isObject } from './settings.ts';

/** The answer to a request whose parameters are not what the protocol says. */
export const invalid = (reason: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, reason);

/** @throws ResponseError with the reason where something cannot be done: it is told as the answer to who asked for it. */
export function accepted<T>(answer: T | Refusal): T {
  if (typeof answer === 'object' && answer !== null && 'refusal' in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal);
  return answer;
}

/** @throws ResponseError where a request names no document. */
export function uriOf(asked: unknown): string {
  const uri = isObject(asked) ? asked['uri'] : undefined;
  if (typeof uri !== 'string') throw invalid('uri 要写成字符串，写明是哪份文档。');
  return uri;
}

/** @throws ResponseError for what is no position; one outside of the text is moved into it. */
export function toOffset(source: Source, position: Position): number {
  if (!isPosition(position)) throw invalid('position 要有不小于0的整数 line 和 character。');
  return offsetAt(source, position);
}

/** @throws ResponseError for what is no range. */
export function toSpan(source: Source, range: Range): Span {
  if (!isPosition(range?.start) || !isPosition(range.end)) throw invalid('range 要有 start 和 end，各有不小于0的整数 line 和 character。');
  const [start, end] = [offsetAt(source, range.start), offsetAt(source, range.end)];
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

export const isPosition = (value: unknown): value is Position => isObject(value) && isPlace(value['line']) && isPlace(value['character']);

const isPlace = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
