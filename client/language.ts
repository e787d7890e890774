// The language in which the extension's menus, questions and notices speak: Chinese as written in the code, or English from
// the bundle. Not VS Code's own language, which in many offices is English only for want of a language pack. Must be asked
// before any text is made; must not know what the texts say.

import * as l10n from '@vscode/l10n';
import { workspace } from 'vscode';
import english from '../l10n/bundle.l10n.en.json';

export function useLanguage(): void {
  if (workspace.getConfiguration('fazhiReport').get('language') === 'en') l10n.config({ contents: english });
}
