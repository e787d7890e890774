// URIs: of what a command is given, and the name that people know a file by. Must not touch files.

import { Uri } from 'vscode';

/** What names a document to a command: menus give a URI, links and other programs its text. */
export const uriIn = (given: unknown): Uri | undefined => (given instanceof Uri ? given : typeof given === 'string' ? Uri.parse(given) : undefined);

export const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);
