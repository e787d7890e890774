// What goes out of the editor as a file, and what comes in: figures, Word documents, sheets of findings. Must not know how such a
// file is made or read.

import { figureGroups, openPlaces, pageOf, printFor, sheetOf } from '../../core/index.ts';
import { figuresCsv } from '../../export/csv.ts';
import { toBase64 } from '../base64.ts';
import { invalid, uriOf } from '../params.ts';
import { ExportWordRequest, FiguresCsvRequest, ImportWordRequest, ReportFilesRequest, ReviewFileRequest, ReviewSheetRequest, ReviewTableRequest } from '../requests.ts';
import { formatOf, reportsBelow, reviewedFile, sheetFile, tableFile } from '../review.ts';
import type { Session } from '../session.ts';
import { isObject } from '../settings.ts';
import { nameOf } from '../uris.ts';
import { imported } from '../word.ts';

/** Bytes of a file that is reviewed, as many as Word documents may have. */
const LARGEST_FILE = 64 * 1024 * 1024;

export function registerPapers(session: Session): void {
  const { connection, texts, documents, files } = session;

  connection.onRequest(FiguresCsvRequest, async (params) => {
    const open = await session.opened(params);
    return open ? figuresCsv([{ source: open.report.source, groups: figureGroups(open.report, documents.words) }]) : null;
  });

  connection.onRequest(ExportWordRequest, async (params) => {
    const open = await session.opened(params);
    if (!open) return null;
    const sheet = sheetOf(pageOf(open.settings.page));
    const { exportWord } = await import('../../word/index.ts');
    return { data: toBase64(await exportWord(printFor(open.report, sheet), sheet)), ...openPlaces(open.problems()) };
  });

  connection.onRequest(ImportWordRequest, (params) => imported(params));

  connection.onRequest(ReviewSheetRequest, async (params) => {
    const open = await session.opened(params);
    const format = formatOf(params.format);
    return open ? sheetFile(nameOf(open.document.uri), open.report, open.problems(), documents.words, format) : null;
  });

  connection.onRequest(ReportFilesRequest, async (params) => ({ files: await reportsBelow(files, uriOf(params)) }));

  connection.onRequest(ReviewFileRequest, async (params) => {
    const uri = uriOf(params);
    if (typeof params.name !== 'string') throw invalid('name 要写成字符串，写明怎样称呼这个文件。');
    return reviewedFile(params.name, texts.get(uri)?.getText() ?? (await files.read(uri, LARGEST_FILE)), await session.settingsOf(uri), documents.words);
  });

  connection.onRequest(ReviewTableRequest, async (params) => {
    const { files: reviewed, format } = isObject(params) ? params : {};
    return tableFile(reviewed, formatOf(format));
  });
}
