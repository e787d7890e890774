// The wire: what goes over it beside the protocol itself, by name, what is asked and what is answered. The shapes of the longer
// answers stand with what makes them. Must not answer anything.

import { CodeActionKind, NotificationType, RequestType, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Draft, KindId, NewReport, UnitProblem } from '../core/index.ts';
import type { Reviewed } from '../export/review.ts';
import type { Entry } from '../import/folder.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { LedgerProposal } from './ledger-changes.ts';
import type { Overview, OverviewPart, SkippedOverview } from './overview.ts';
import type { PastOrigin } from './past.ts';
import type { Decision } from './problems.ts';
import type { PaperFile, PaperFormat, ReportFile } from './review.ts';
import type { Cursor } from './typing.ts';
import type { ImportedWord, WordToImport } from './word.ts';

/** What a client says of itself when it starts; what it does not say it does not have. */
export interface InitializationOptions {
  /** The folder of the rule pages, as a URI. */
  readonly pages?: string;
  /** It knows the commands that lenses and fixes call. */
  readonly commands?: boolean;
  /** It tells where the writer types. */
  readonly cursor?: boolean;
  /** It can be asked for files that only it can reach. */
  readonly files?: boolean;
  /** It contributes the snippets. */
  readonly snippets?: boolean;
  /** What the writer chose for single documents, by their URIs. */
  readonly choices?: Readonly<Record<string, unknown>>;
}

/** The kind of the action that makes every fix that is safe. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.fazhiReport`;

// Findings.

/** Where the writer types, or where the cursor is after that; only from clients that say `cursor`. */
export const CursorNotification = new NotificationType<Cursor>('fazhiReport/cursor');
/** A decision about a finding as a change of the workspace file `file`; null where there is nothing to change. */
export const DecideRequest = new RequestType<{ uri: string } & Decision, { file: string; edit: WorkspaceEdit } | null, void>('fazhiReport/decide');

// Views.

/** What the views and the status bar show of an open document, only those parts that are asked for; null where it is no report. */
export const OverviewRequest = new RequestType<{ uri: string; parts?: readonly OverviewPart[] }, Overview | SkippedOverview | null, void>('fazhiReport/overview');
/** Why an open document is checked or not; null where it is not open here. */
export const DiagnoseRequest = new RequestType<{ uri: string }, Diagnosis | null, void>('fazhiReport/diagnose');
/** The earlier reports that a report is compared with, the latest first, and who says so; null where it is no report. */
export const PastRequest = new RequestType<{ uri: string }, { from: PastOrigin; reports: readonly { uri: string; name: string; year: number }[] } | null, void>('fazhiReport/past');
/** Kind, year, stage of the work and earlier reports that the writer chose for one document; none of them takes the choice back. */
export const ChooseNotification = new NotificationType<{ uri: string; kind?: string; year?: number; profile?: string; past?: readonly string[] }>('fazhiReport/choose');

// Drafting.

/** A new report, from the writer's answers; null where they make none. */
export const NewReportRequest = new RequestType<NewReport, (Draft & { language: string }) | null, void>('fazhiReport/newReport');
/** What is odd about a reporter's name; null where nothing is. */
export const CheckUnitRequest = new RequestType<{ kind: KindId; unit: string }, UnitProblem | null, void>('fazhiReport/checkUnit');
/** The edit that inserts those of the parts that have no heading yet; null where all have one. */
export const InsertRequest = new RequestType<{ uri: string; parts: readonly string[] }, { edit: WorkspaceEdit } | null, void>('fazhiReport/insert');
/** What belongs in the place to fill in that is the range, where that can be told. */
export const FillRequest = new RequestType<{ uri: string; range: Range }, { version: number; text: string } | null, void>('fazhiReport/fill');

// Files for others, and from them.

/** The figures as a file for spreadsheets. */
export const FiguresCsvRequest = new RequestType<{ uri: string }, { text: string; count: number } | null, void>('fazhiReport/figuresCsv');
/** A Word file, in base64, and what is still open in it; null where it is no report. */
export const ExportWordRequest = new RequestType<{ uri: string }, { data: string; places: number; errors: number } | null, void>('fazhiReport/exportWord');
/** The text of a Word document, and what is to be told of it; fails with the reason where it cannot be read. */
export const ImportWordRequest = new RequestType<WordToImport, ImportedWord, void>('fazhiReport/importWord');
/** The sheet of findings of an open report; null where it is none. */
export const ReviewSheetRequest = new RequestType<{ uri: string; format: PaperFormat }, PaperFile | null, void>('fazhiReport/reviewSheet');
/** The files in a folder and below that may be reports. */
export const ReportFilesRequest = new RequestType<{ uri: string }, { files: readonly ReportFile[] }, void>('fazhiReport/reportFiles');
/** What is found in a file, open or not; `name` as it is shown. */
export const ReviewFileRequest = new RequestType<{ uri: string; name: string }, Reviewed, void>('fazhiReport/reviewFile');
/** A table of what was found in many. */
export const ReviewTableRequest = new RequestType<{ files: readonly Reviewed[]; format: PaperFormat }, PaperFile, void>('fazhiReport/reviewTable');

// The ledger.

/** The places and figures that the ledger has other values for, as one edit that waits for consent; null where it is no report. Without an edit nothing is to be changed. */
export const FillFromLedgerRequest = new RequestType<{ uri: string }, { ledger: string | null; edit?: WorkspaceEdit; count: number; unmentioned: readonly string[] } | null, void>('fazhiReport/fillFromLedger');
/** What the report says and the ledger does not; null where it is no report. */
export const LedgerChangesRequest = new RequestType<{ uri: string }, LedgerProposal | null, void>('fazhiReport/ledgerChanges');
/** The ledger with those of the changes in it that are named by their index, in base64; null where there is none of them. */
export const WriteLedgerRequest = new RequestType<{ uri: string; changes: readonly number[] }, { file: string; data: string } | null, void>('fazhiReport/writeLedger');

// What the server asks of clients that say `files`.

/** A workspace file that only the client can reach; null where it does not know either. */
export const ReadFileRequest = new RequestType<{ uri: string }, { text: string | null; writable: boolean } | null, void>('fazhiReport/readFile');
/** A file that only the client can reach, in base64; null where there is none, or a longer one. */
export const ReadBytesRequest = new RequestType<{ uri: string; most: number }, { base64: string } | null, void>('fazhiReport/readBytes');
/** What is in a folder that only the client can reach; null where there is none. */
export const ListFolderRequest = new RequestType<{ uri: string }, { entries: readonly Entry[] } | null, void>('fazhiReport/listFolder');
