// Starts a VS Code server whose out/server-main.js only offers the parts of one, as code-server had them until 1.94, and takes
// the arguments that newer ones take themselves: node start-old.cjs SERVER-MAIN --NAME VALUE --SWITCH ….
// It must not know what the server is for.
const { createServer } = require('node:http');

const [file, ...rest] = process.argv.slice(2);
const args = { _: [] };
for (let i = 0; i < rest.length; i++) {
  const next = rest[i + 1];
  const name = rest[i].replace(/^--/u, '');
  args[name] = next === undefined || next.startsWith('--') ? true : next;
  if (args[name] === next) i++;
}

(async () => {
  const code = await require(file).loadCodeWithNls();
  if (args['install-extension']) return code.spawnCli({ ...args, 'install-extension': [args['install-extension']] });
  const server = createServer();
  await new Promise((resolve) => server.listen(Number(args.port), args.host, resolve));
  const { port } = server.address();
  const vscode = await code.createServer(server.address(), args);
  server.on('request', (request, response) => void vscode.handleRequest(request, response));
  server.on('upgrade', (request, socket) => vscode.handleUpgrade(request, socket));
  console.log(`Extension host agent listening on ${port}`);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
