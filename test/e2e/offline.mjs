// The editor tests without a network: the whole host runs with nothing but loopback, where the system lets us, and every
// process of it notes what it tries to reach. VS Code may try what it likes; the extension and its server may not.
// It must not know what the tests do.
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noted, WATCH, whyNoNamespace, withLoopback } from '../offline/network.mjs';

/**
 * `code` stands in for VS Code, `temp` is a folder of its own. Gives what to start instead, with which environment, and
 * `verdict`: what went wrong, to be asked when all has ended.
 */
export function offline({ code, temp, note }) {
  const log = path.join(temp, 'attempts');
  const reason = whyNoNamespace();
  if (reason !== undefined && process.platform === 'linux' && process.env.CI === 'true') throw new Error(`the network cannot be taken away: ${reason}`);
  if (reason !== undefined) note(`the network is watched, not taken away: ${reason}`);
  const quoted = (args) => args.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(' ');
  const executable = path.join(temp, 'code');
  const command = [process.execPath, code];
  writeFileSync(executable, `#!/bin/sh\nexec ${quoted(reason === undefined ? withLoopback(command) : command)} "$@"\n`);
  chmodSync(executable, 0o755);
  return { executable, env: { HOST_PRELOAD: WATCH, FAZHI_NETWORK: log }, verdict: () => verdict(noted(log)) };
}

const CLIENT = /[\\/]dist[\\/](?:language-)?client\.js/u;
const SERVER = /[\\/]dist[\\/]server\.js/u;

function verdict({ watched, attempts }) {
  const isServer = ({ argv }) => argv.some((each) => SERVER.test(each));
  const starts = attempts.filter(({ attempt, stack }) => attempt === 'child_process.fork' && CLIENT.test(stack));
  // The client starts its server, and nothing else may.
  if (starts.length === 0 || starts.length > watched.filter(isServer).length) return ['not every server that was started was watched'];
  return attempts.filter((each) => isServer(each) || CLIENT.test(each.stack)).filter((each) => !starts.includes(each)).map(({ said }) => said);
}
