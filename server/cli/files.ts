// Files for the command line: which ones a name stands for, their text and encoding, and writing them back as they
// were. Must not know reports.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { decodeText, REPORT_FILE, type DecodedText } from '../import/text.ts';

export interface TextFile extends DecodedText {
  /** As named on the command line, or found below a folder named there; for standard input the name it was given. */
  readonly path: string;
  /** As they were read. */
  readonly bytes: Buffer;
}

/** What cannot be read, in one sentence for the user. */
export class FileError extends Error {}

const SKIPPED = new Set(['node_modules', 'dist']);

/**
 * The files a name stands for; a folder stands for the texts below it, in order of name.
 * @throws FileError when there is no such file or folder.
 */
export function expand(name: string): readonly string[] {
  if (name === '-') return [name];
  const stat = statOf(name);
  if (!stat.isDirectory()) return [name];
  try {
    return readdirSync(name, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const below = path.join(name, entry.name);
        if (entry.isDirectory()) return entry.name.startsWith('.') || SKIPPED.has(entry.name) ? [] : expand(below);
        return entry.isFile() && REPORT_FILE.test(entry.name) ? [below] : [];
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
  let bytes: Buffer;
  try {
    bytes = readFileSync(name === '-' ? 0 : name);
  } catch (error) {
    throw new FileError(`${shown}：读不了这个文件（${reason(error)}）`);
  }
  const decoded = decodeText(bytes);
  if ('fault' in decoded) throw new FileError(`${shown}：${decoded.fault}`);
  return { path: shown, bytes, ...decoded };
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
