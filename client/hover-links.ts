// Links from a hover into a document that is no file on the disk: one that was never saved, one of a virtual workspace. VS Code
// opens links to files by itself and takes others away, so those become calls of this extension's own command. Must not know
// what a hover says.

import { MarkdownString, type Hover } from 'vscode';
import type { HoverMiddleware } from 'vscode-languageclient';
import { SHOW } from './place.ts';

const LINK = /\]\(([^()\s#]+)#L(\d+),(\d+)\)/gu;

export const hoverLinks: HoverMiddleware = {
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    if (hover && document.uri.scheme !== 'file') hover.contents = hover.contents.map(linked);
    return hover;
  },
};

function linked(content: Hover['contents'][number]): Hover['contents'][number] {
  if (!(content instanceof MarkdownString)) return content;
  const text = content.value.replace(LINK, (_, uri: string, line: string, column: string) => {
    const place = { line: Number(line) - 1, character: Number(column) - 1 };
    return `](command:${SHOW}?${encodeURIComponent(JSON.stringify([uri, { start: place, end: place }]))})`;
  });
  const trusted = new MarkdownString(text);
  trusted.isTrusted = { enabledCommands: [SHOW] };
  return trusted;
}
