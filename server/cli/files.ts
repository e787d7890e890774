// Files for the command line: which ones a name stands for, their text and encoding, and writing them back as they
// were. Must not know reports.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

export interface TextFile {
  /** As named on the command line, or found below a folder named there; for standard input the name it was given. */
  readonly path: string;
  /** Without the byte order mark, as editors show it. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** As they were read. */
  readonly bytes: Buffer;
}

/** What cannot be read, in one sentence for the user. */
export class FileError extends Error {}

const REPORT_FILE = /\.(?:md|markdown|txt|fzbg)$/iu;
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
  return { path: shown, bytes, ...decode(shown, bytes) };
}

function decode(name: string, bytes: Buffer): Omit<TextFile, 'path' | 'bytes'> {
  const binary = binaryKind(bytes);
  if (binary) throw new FileError(`${name}：${binary}`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.subarray(2).toString('utf16le'), encoding: 'utf-16le', bom: true };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bom ? bytes.subarray(3) : bytes), encoding: 'utf-8', bom };
  } catch {
    // Not UTF-8: the other encoding in use is the national one, in which nearly every byte sequence is something.
  }
  try {
    return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), encoding: 'gb18030', bom: false };
  } catch {
    throw new FileError(`${name}：既不是 UTF-8 也不是 GB18030 编码的文本，用编辑器另存为 UTF-8 后再检查`);
  }
}

function binaryKind(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 8).toString('latin1');
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u00d0\u00cf\u0011\u00e0')) return '这是 Word 或压缩文件，先另存为纯文本或 Markdown 再检查';
  if (head.startsWith('%PDF')) return '这是 PDF 文件，先把文字复制出来存为纯文本再检查';
  return undefined;
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

/**
 * Writes a new file, over an old one only where `force` says so.
 * @throws FileError when it cannot be written.
 */
export function writeNew(name: string, bytes: Uint8Array, force: boolean): void {
  try {
    writeFileSync(name, bytes, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new FileError(exists ? `${name}：已经有这个文件，没有覆盖。要覆盖，加 --force` : `${name}：写不了这个文件（${reason(error)}）`);
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
