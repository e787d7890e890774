// npm start [-- FILE …]: installs, builds, checks the sample report or the files named, and opens VS Code on the first
// of them with the extension loaded, where a `code` command exists.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { node, root, run, setUp } from './setup.mjs';

const SAMPLE = 'examples/示例报告（有问题）.md';
const given = process.argv.slice(2).map((file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file));
const files = given.length > 0 ? given : [path.join(root, SAMPLE)];

setUp();
console.log(`检查 ${files.map((file) => path.relative(root, file)).join('、')}：\n`);
node(['dist/cli.js', 'lint', '--fail-on', 'never', ...files.map((file) => path.relative(root, file))]);

const hasCode = spawnSync(process.platform === 'win32' ? 'where' : 'which', ['code'], { stdio: 'ignore' }).status === 0;
const open = [`--extensionDevelopmentPath=${root}`, files[0]];
if (hasCode && run('code', open, { shell: process.platform === 'win32' })) console.log('\n已在 VS Code 中打开，插件已加载。');
else console.log(`\n没有找到 code 命令。装好 VS Code 后运行：code --extensionDevelopmentPath="${root}" "${files[0]}"`);
