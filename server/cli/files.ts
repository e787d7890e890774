// Files for the command line: which ones a name stands for, their text and encoding, and writing them back as they
// were. Must not know reports, nor how Word documents are read.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { LOCK_FILE, reportsAmong, type Kind } from '../import/folder.ts';
import { decodeText, isArchive, WORD_FILE, type DecodedText } from '../import/text.ts';
import { loadWord } from './word.ts';

export interface TextFile extends DecodedText {
  /** As named on the command line, or found below a folder named there; for standard input the name it was given. */
  readonly path: string;
  /** As they were read. */
  readonly bytes: Buffer;
}

/** What cannot be read, in one sentence for the user. */
export class FileError extends Error {}

/**
 * The files a name stands for; a folder stands for the files of this kind below it, in order of name. Links in it count for nothing.
 * @throws FileError when there is no such file or folder.
 */
export function expand(name: string, kind: Kind): readonly string[] {
  if (name === '-' || !statOf(name).isDirectory()) return [name];
  try {
    const entries = readdirSync(name, { withFileTypes: true }).filter((entry) => entry.isFile() || entry.isDirectory());
    return reportsAmong(entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })), kind).flatMap((entry) => {
      const below = path.join(name, entry.name);
      return entry.isFolder ? expand(below, kind) : [below];
    });
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(`${name}：读不了这个文件夹（${reason(error)}）`);
  }
}

function statOf(name: string): ReturnType<typeof statSync> & object {
  try {
    return statSync(name);
  } catch (error) {
    throw new FileError(`${name}：${reason(error)}`);
  }
}

/**
 * `shown` is the name used in messages.
 * @throws FileError for what cannot be read or is no text.
 */
export function readText(name: string, shown = name): TextFile {
  const bytes = readBytes(name, shown);
  if (isArchive(bytes)) throw new FileError(`${shown}：Word 文档不能在原文件里改，先用 import 转成文本，改那个文件`);
  return { path: shown, bytes, ...decode(shown, bytes) };
}

/**
 * The text of a file to be looked at, of a Word document what is imported of it.
 * @throws FileError for what cannot be read or is neither.
 */
export function readAny(name: string, shown = name): Pick<TextFile, 'path' | 'text'> {
  const bytes = readBytes(name, shown);
  return isWord(name, bytes) ? { path: shown, text: textOf(shown, bytes, 'markdown').text } : { path: shown, text: decode(shown, bytes).text };
}

export interface ImportedFile {
  readonly text: string;
  readonly notes: readonly string[];
}

/** @throws FileError for what is no Word document or cannot be read. */
export const readWord = (name: string, shown: string, layout: 'plain' | 'markdown'): ImportedFile => textOf(shown, readBytes(name, shown), layout);

/** @throws FileError */
export function readDocument(name: string, shown: string): { readonly bytes: Buffer; readonly word: ReturnType<ReturnType<typeof loadWord>['importWord']> } {
  const bytes = readBytes(name, shown);
  return { bytes, word: importOf(shown, bytes, 'markdown') };
}

export const isWordFile = (name: string): boolean => WORD_FILE.test(name);

const isWord = (name: string, bytes: Buffer): boolean => isWordFile(name) || isArchive(bytes);

const textOf = (shown: string, bytes: Buffer, layout: 'plain' | 'markdown'): ImportedFile => importOf(shown, bytes, layout);

function importOf(shown: string, bytes: Buffer, layout: 'plain' | 'markdown'): ReturnType<ReturnType<typeof loadWord>['importWord']> {
  const word = wordFor(shown);
  try {
    return word.importWord(bytes, { layout });
  } catch (error) {
    if (!(error instanceof word.WordRefusal)) throw error;
    throw new FileError(`${shown}：${error.message.replace(/。$/u, '')}`);
  }
}

export function wordFor(shown: string): ReturnType<typeof loadWord> {
  try {
    return loadWord(__dirname);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new FileError(`${shown}：cli.js 旁边没有 word.js，读不了 Word 文档，从安装包里一起取出来`);
  }
}

/** A Word document that is too large is not read at all. */
function readBytes(name: string, shown: string): Buffer {
  if (LOCK_FILE.test(path.basename(name))) throw new FileError(`${shown}：这是 Word 打开文档时的临时文件，检查去掉“~$”的那个文件`);
  if (isWordFile(name) && statOf(name).size > wordFor(shown).LARGEST_FILE) throw new FileError(`${shown}：${wordFor(shown).tooLargeText().replace(/。$/u, '')}`);
  try {
    return readFileSync(name === '-' ? 0 : name);
  } catch (error) {
    throw new FileError(`${shown}：读不了这个文件（${reason(error)}）`);
  }
}

function decode(shown: string, bytes: Buffer): DecodedText {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) throw new FileError(`${shown}：${decoded.fault}`);
  return decoded;
}

/**
 * A text in the encoding its file came in.
 * @throws FileError where that encoding would not give back the bytes that were read, so that nothing else changes.
 */
export function encode(file: TextFile, text: string): Buffer {
  const write = (what: string): Buffer => iconv.encode(what, file.encoding === 'utf-8' ? 'utf8' : file.encoding, { addBOM: file.bom });
  if (!write(file.text).equals(file.bytes)) throw new FileError(`${file.path}：有些字符写回后会变，用编辑器另存为 UTF-8 后再改`);
  return write(text);
}

/** @throws FileError when the file cannot be written, or is there and must not be replaced. */
export function writeNew(file: string, content: string | Uint8Array, mayReplace: boolean): void {
  try {
    writeFileSync(file, content, { flag: mayReplace ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new FileError(`${file}：已经有这个文件，没有写；要覆盖它，加上 --force`);
    throw new FileError(`${file}：写不了这个文件（${reason(error)}）`);
  }
}

/** @throws FileError when the file cannot be written. */
export function writeText(file: TextFile, text: string): void {
  const bytes = encode(file, text);
  try {
    writeFileSync(file.path, bytes);
  } catch (error) {
    throw new FileError(`${file.path}：写不了这个文件（${reason(error)}）`);
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT': return '没有这个文件';
    case 'EACCES':
    case 'EPERM': return '没有权限';
    case 'EISDIR': return '这是文件夹';
    case 'ENOTDIR': return '路径不对';
    case 'ERR_FS_FILE_TOO_LARGE': return '文件太大';
    default: return code ?? String(error);
  }
}
