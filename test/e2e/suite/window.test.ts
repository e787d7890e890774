// The window that the suite in an extension host of Node expects.
import * as vscode from 'vscode';
import assert from './assert.ts';
import { test } from './harness.ts';

test('the window has no folder', async () => assert.equal(vscode.workspace.workspaceFolders, undefined));
