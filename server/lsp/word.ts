// The text of files: of any that are read, and of Word documents that come over the wire. Must not know how documents are read.

import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { looksLikeReport, type NewReport } from '../core/index.ts';
import { decodeText, isArchive } from '../import/text.ts';
import { fromBase64 } from './base64.ts';
import { LANGUAGE } from './documents.ts';
import { invalid } from './params.ts';
import { isObject } from './settings.ts';

export interface WordToImport {
  /** Of the file, with its ending. */
  readonly name: string;
  /** In base64. */
  readonly bytes: string;
  readonly layout: NewReport['layout'];
}

export interface ImportedWord {
  readonly text: string;
  /** Under which to keep it. */
  readonly name: string;
  readonly language: string;
  /** Whether it was taken for a report. */
  readonly isReport: boolean;
  readonly notes: readonly string[];
}

/** @throws ResponseError with the reason, where the document cannot be read. */
export async function imported(params: unknown): Promise<ImportedWord> {
  const { name, bytes, layout } = isObject(params) ? params : {};
  if (typeof name !== 'string' || typeof bytes !== 'string' || (layout !== 'plain' && layout !== 'markdown')) throw invalid('name、bytes 要写成字符串，layout 写 plain 或 markdown。');
  const given = fromBase64(bytes);
  if (!given) throw invalid('bytes 要写成 base64。');
  const word = await import('../word/index.ts');
  try {
    const { text, notes } = word.importWord(given, { layout });
    const isReport = looksLikeReport(text);
    return { text, notes, isReport, name: `${name.replace(/\.[^./\\]*$/u, '')}.${layout === 'markdown' ? 'md' : 'txt'}`, language: isReport ? LANGUAGE : layout === 'markdown' ? 'markdown' : 'plaintext' };
  } catch (error) {
    throw error instanceof word.WordRefusal ? new ResponseError(LSPErrorCodes.RequestFailed, error.message) : error;
  }
}

/** The text of a file, of a Word document what is imported of it; else why there is none, in a clause. */
export async function textIn(bytes: Uint8Array): Promise<{ readonly text: string } | { readonly error: string }> {
  if (!isArchive(bytes)) {
    const decoded = decodeText(bytes);
    return 'text' in decoded ? { text: decoded.text } : { error: decoded.fault };
  }
  const word = await import('../word/index.ts');
  try {
    return { text: word.importWord(bytes, { layout: 'markdown' }).text };
  } catch (error) {
    if (error instanceof word.WordRefusal) return { error: error.message.replace(/。$/u, '') };
    throw error;
  }
}
