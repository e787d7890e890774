// Every regular expression of the program: literals out of the parsed sources, and those built while it runs, caught by
// standing in for the constructor before the program is loaded. Must not judge them.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Files that hold it or build it. */
  readonly files: readonly string[];
}

/** Files of a folder and below it, as paths from the root. */
export function filesIn(folder: string): string[] {
  return readdirSync(path.resolve(folder), { withFileTypes: true }).flatMap((entry) => {
    const below = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(below) : entry.name.endsWith('.ts') ? [below] : [];
  });
}

/** What the sources write out, and the files in which expressions are built from data. */
export function written(files: readonly string[]): { readonly literals: readonly Pattern[]; readonly builders: readonly string[] } {
  const literals = new Map<string, Pattern>();
  const builders = new Set<string>();
  for (const file of files) {
    const tree = ts.createSourceFile(file, readFileSync(path.resolve(file), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        add(literals, { source: node.text.slice(1, end), flags: node.text.slice(end + 1), files: [file] });
      }
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === 'RegExp') builders.add(file);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { literals: [...literals.values()], builders: [...builders] };
}

function add(to: Map<string, Pattern>, pattern: Pattern): void {
  const key = `/${pattern.source}/${pattern.flags}`;
  const known = to.get(key);
  to.set(key, known ? { ...known, files: [...new Set([...known.files, ...pattern.files])] } : pattern);
}

/** Stands in for the constructor until `stop` is called, which gives what was built by files of the program meanwhile. */
export function watchConstructor(): { stop(): readonly Pattern[] } {
  const built = new Map<string, Pattern>();
  const Own = globalThis.RegExp;
  const root = path.resolve('server');
  globalThis.RegExp = new Proxy(Own, {
    construct(target, args: [string, string?], newTarget) {
      const made = Reflect.construct(target, args, newTarget) as RegExp;
      // Below the trap is who built it.
      const caller = (new Error('where').stack ?? '').split('\n')[2] ?? '';
      const at = caller.indexOf(root);
      if (at >= 0) add(built, { source: made.source, flags: made.flags, files: [/[^:?]+/u.exec(caller.slice(at + root.length - 'server'.length))?.[0] ?? ''] });
      return made;
    },
  });
  return {
    stop() {
      globalThis.RegExp = Own;
      return [...built.values()];
    },
  };
}
