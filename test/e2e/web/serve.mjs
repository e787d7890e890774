// Serves a VS Code that runs wholly in the browser, on this machine only: its own files, the extension, a folder of files in
// memory, and a page that puts them together. It must not know the extension, its tests, or who opens the page.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SHELF = fileURLToPath(new URL('shelf', import.meta.url));
/** VS Code runs tests in the extension host of the extension below which they lie. */
const SUITE = '/extension/suite.js';
const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown', '.png': 'image/png',
  '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.wasm': 'application/wasm',
};

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'files.simpleDialog.enable': true,
};

/**
 * `root` holds VS Code, `extension` is an unpacked folder; `suite`: a CommonJS file that exports run(), to be run in the
 * extension host; `files`: what the folder holds, by path; `told`: gets what the suite posts; `settings` of the user to
 * begin with. Resolves to { origin, close }.
 */
export async function serve({ root, extension, suite, files = { '/reports/便条.txt': '今日天气晴。\n' }, told = () => {}, settings = {} }) {
  const folders = { vscode: root, extension, shelf: SHELF };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, folder, ...rest] = decodeURIComponent(pathname).split('/');
    // The extension host is a frame of another origin.
    const head = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
    const send = (type, text) => response.writeHead(200, { ...head, 'Content-Type': `${type}; charset=utf-8` }).end(text);
    if (pathname === '/') return send('text/html', page());
    if (pathname === '/tell') return receive(request, (text) => (told(JSON.parse(text)), send('text/plain', '')));
    if (pathname === '/shelf/files.json') return send('application/json', JSON.stringify(files));
    const inside = Object.hasOwn(folders, folder) && path.join(folders[folder], ...rest);
    const isInside = inside && !path.relative(folders[folder], inside).startsWith('..');
    const file = pathname === SUITE ? suite : isInside ? inside : undefined;
    if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404, head).end();
    response.writeHead(200, { ...head, 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const authority = `localhost:${server.address().port}`;
  const at = (place) => ({ scheme: 'http', authority, path: place });
  const vscode = `http://${authority}/vscode`;
  // Frames have an origin each; browsers know every name below localhost as this machine.
  const framed = `http://{{uuid}}.${authority}/vscode`;

  const configuration = {
    folderUri: { scheme: 'shelf', path: '/reports' },
    additionalBuiltinExtensions: [at('/shelf')],
    configurationDefaults: { ...SETTINGS, ...settings },
    developmentOptions: { extensions: [at('/extension')], ...(suite ? { extensionTestsPath: at(SUITE) } : {}) },
    productConfiguration: {
      enableTelemetry: false,
      webEndpointUrlTemplate: framed,
      webviewContentExternalBaseUrlTemplate: `${framed}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };

  const page = () => `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<link rel="stylesheet" href="${vscode}/out/vs/workbench/workbench.web.main.css" data-name="vs/workbench/workbench.web.main">
</head>
<body aria-label=""></body>
<script src="${vscode}/out/vs/loader.js"></script>
<script src="${vscode}/out/vs/webPackagePaths.js"></script>
<script>
for (const [name, file] of Object.entries(self.webPackagePaths)) self.webPackagePaths[name] = '${vscode}/node_modules/' + name + '/' + file;
require.config({ baseUrl: '${vscode}/out', recordStats: true, trustedTypesPolicy: trustedTypes.createPolicy('amdLoader', { createScriptURL: (url) => url }), paths: self.webPackagePaths });
</script>
<script src="${vscode}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${vscode}/out/vs/workbench/workbench.web.main.js"></script>
<script>
require(['vs/workbench/workbench.web.main'], ({ create, URI }) => {
  const { folderUri, ...configuration } = ${JSON.stringify(configuration)};
  const workspace = { folderUri: URI.revive(folderUri) };
  create(document.body, { ...configuration, workspaceProvider: { workspace, trusted: true, open: async () => false } });
});
</script>
</html>`;

  return {
    origin: `http://${authority}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

function receive(request, done) {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => done(Buffer.concat(pieces).toString('utf8')));
}
