// Makes a bundle load faster: V8 compiles a function at once where it stands in parentheses of its own, as one that is called
// on the spot does; any other it first reads over and reads again when it is called. All wrappers of CommonJS modules are
// called while the bundle loads. esbuild writes them without the parentheses, and as arrows, which older V8 never compiles at once.
// Must not know what is bundled.

import ts from 'typescript';

/** The helper of esbuild that each wrapper is handed to, in a minified bundle. */
const HELPER = /([\w$]+)=\((\w),(\w)\)=>\(\)=>\{try\{return \3\|\|\2\(\(\3=\{exports:\{\}\}\)\.exports,\3\),\3\.exports/u;

/** `code` with its module wrappers in parentheses; throws where the bundler no longer writes them as it did. */
export function compileEagerly(code) {
  const helper = HELPER.exec(code)?.[1];
  if (helper === undefined) throw new Error('the helper for CommonJS modules is not where it was: see scripts/eager.mjs');
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);
  const parts = [];
  let done = 0;
  const visit = (node) => {
    const wrapper = ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === helper ? node.arguments[0] : undefined;
    if (!wrapper || !ts.isArrowFunction(wrapper) || !ts.isBlock(wrapper.body)) return void ts.forEachChild(node, visit);
    const parameters = wrapper.parameters.map((parameter) => parameter.getText(file)).join(',');
    parts.push(code.slice(done, wrapper.getStart(file)), `(function(${parameters})${wrapper.body.getText(file)})`);
    done = wrapper.getEnd();
  };
  visit(file);
  return parts.join('') + code.slice(done);
}
