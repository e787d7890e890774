// Semantic tokens as the protocol writes them: cut at line breaks, since no client shows a token over several lines, and for
// an editor that has the ones before only what changed. Must not decide what is coloured.

import { SemanticTokensBuilder, type Range, type SemanticTokens, type SemanticTokensDelta, type SemanticTokensLegend } from 'vscode-languageserver';
import { lineSpans, TOKEN_KINDS, tokens, type Report, type Span, type TokenKind } from '../core/index.ts';
import { toSpan } from './params.ts';

/** What the kinds are called in the protocol; the manifest says how themes may show them. */
export const TOKEN_TYPES: Readonly<Record<TokenKind, string>> = {
  title: 'reportTitle',
  part: 'reportPart',
  heading1: 'reportHeading1',
  heading2: 'reportHeading2',
  heading3: 'reportHeading3',
  rate: 'reportRate',
  figure: 'reportFigure',
  law: 'reportLaw',
  placeholder: 'reportPlaceholder',
};

export const LEGEND: SemanticTokensLegend = { tokenTypes: TOKEN_KINDS.map((kind) => TOKEN_TYPES[kind]), tokenModifiers: [] };

export class Tokens {
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  full(uri: string, report: Report): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.#builders.set(uri, builder);
    push(builder, report);
    return builder.build();
  }

  /** All of them again where those before are not known. */
  delta(uri: string, report: Report, previous: string): SemanticTokens | SemanticTokensDelta {
    const builder = this.#builders.get(uri);
    if (!builder) return this.full(uri, report);
    builder.previousResult(previous);
    push(builder, report);
    return builder.buildEdits();
  }

  close(uri: string): void {
    this.#builders.delete(uri);
  }
}

export function tokensIn(report: Report, range: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  push(builder, report, toSpan(report.source, range));
  return builder.build();
}

function push(builder: SemanticTokensBuilder, report: Report, within?: Span): void {
  for (const { kind, start, end } of tokens(report, within)) {
    const type = TOKEN_KINDS.indexOf(kind);
    for (const { line, character, length } of lineSpans(report.source, { start, end })) builder.push(line, character, length, type, 0);
  }
}
