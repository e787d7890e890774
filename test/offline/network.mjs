// Runs programs where there is no network, and tells what they tried to reach. Two witnesses: what Node was asked for, by
// watch.cjs in the process; and what the kernel could find no way for, by its counters in a network namespace of the program's
// own, which also sees what is no JavaScript. It must not know what is run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const WATCH = fileURLToPath(new URL('watch.cjs', import.meta.url));

/** Whether this system lets us make a network namespace; where not, the reason. */
export function whyNoNamespace() {
  if (process.platform !== 'linux') return `network namespaces are a thing of Linux, this is ${process.platform}`;
  const { status, stderr, error } = spawnSync('unshare', ['-rn', 'true'], { encoding: 'utf8' });
  return status === 0 ? undefined : `unshare -rn: ${error?.message ?? stderr.trim()}`;
}

/** Takes lo up, so that programs on this machine reach each other; perl where there is no ip, which Debian always has. */
const LO_UP = `ip link set lo up 2>/dev/null || perl -e 'socket(S, 2, 2, 0); $r = pack("a16 s x22", "lo", 1); ioctl(S, 0x8914, $r) or die "lo: $!"'`;

/** The command line that runs `args` in a network namespace without interfaces; when it ends, the file `counters` has those of the kernel. */
export const inNamespace = (args, counters) => ['unshare', '-rn', 'sh', '-c', '"$@"; code=$?; cat /proc/net/snmp /proc/net/snmp6 > "$0"; exit $code', counters, ...args];

/** The same with nothing but loopback, for programs that talk to each other; nothing is counted. */
export const withLoopback = (args) => ['unshare', '-rn', 'sh', '-c', `${LO_UP}; exec "$@"`, 'sh', ...args];

/** How often the kernel had no route for what a program in the namespace sent. */
export function unrouted(counters) {
  const text = readFileSync(counters, 'utf8');
  const [names = [], values = []] = text.split('\n').filter((line) => line.startsWith('Ip:')).map((line) => line.split(' '));
  const v6 = /^Ip6OutNoRoutes\s+(\d+)/mu.exec(text)?.[1];
  return Number(values[names.indexOf('OutNoRoutes')]) + Number(v6);
}

/** What watch.cjs noted: the processes it watched, and their attempts as lines to read. */
export function noted(file) {
  const entries = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)) : [];
  const name = ({ argv }) => argv.slice(1).map((each) => path.basename(each)).join(' ');
  return {
    watched: entries.filter(({ watching }) => watching),
    attempts: entries.filter(({ attempt }) => attempt).map((entry) => ({ ...entry, said: `${entry.attempt} in ${name(entry)}${entry.stack.replace(/^Error.*$/mu, '')}` })),
  };
}
