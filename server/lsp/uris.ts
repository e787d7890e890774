// URIs as text: one spelling for all that name the same file, the folder above, a file in it. The same on every platform and
// in a browser, so it must not know paths or touch files.

const PARTS = /^([^:/?#]+:(?:\/\/[^/?#]*)?)([^?#]*)/u;
const DRIVE = /^[A-Za-z]:$/u;

/** One client may write `（` and `:` as they are, another encoded, and a drive in either case; what follows `?` and `#` names no other file. */
export function normal(uri: string): string {
  const [, head = '', path = ''] = PARTS.exec(uri) ?? [];
  return head + path.split('/').map((name) => encode(decode(name))).join('/');
}

/** A folder in that spelling, without a slash at its end. */
export const normalFolder = (uri: string): string => normal(uri).replace(/\/$/u, '');

/** The folder of a file or folder, without a slash at its end; undefined for what has none. */
export function above(uri: string): string | undefined {
  const [, head = '', path = ''] = PARTS.exec(uri) ?? [];
  const end = path.lastIndexOf('/');
  return end < 0 ? undefined : head + path.slice(0, end);
}

/** A file in a folder that is written without a slash at its end. */
export const fileIn = (folder: string, name: string): string => `${folder}/${encodeURIComponent(name)}`;

/** A file by its path from a folder: names with `/` between them, `..` for the folder above. */
export function resolved(folder: string, path: string): string | undefined {
  let at: string | undefined = folder;
  for (const name of path.split('/')) {
    if (at === undefined) return undefined;
    if (name === '..') at = above(at);
    else if (name !== '' && name !== '.') at = fileIn(at, name);
  }
  return at;
}

/** The folder of the workspace in which a document stands; both as `normal` spells them. */
export type FolderOf = (uri: string) => string | undefined;

/** Whether a file stands in such a folder or deeper; both as `normal` spells them. */
export const isBelow = (folder: string, uri: string): boolean => uri.startsWith(`${folder}/`);

/** The name of the file, as people read it. */
export const nameOf = (uri: string): string => decode(uri.slice(Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1));

const encode = (name: string): string => encodeURIComponent(DRIVE.test(name) ? name.toLowerCase() : name);

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
