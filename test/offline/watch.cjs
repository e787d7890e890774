// Loaded into a process before anything else (node --require): notes every attempt to reach a network, or to start another
// program, in the file FAZHI_NETWORK, one JSON object a line, with the stack that led there; and once that it watches. The
// attempts go on as they would have. It must not know whom it watches.
'use strict';

const { appendFileSync } = require('node:fs');
const file = process.env.FAZHI_NETWORK;

const note = (entry) => appendFileSync(file, `${JSON.stringify({ pid: process.pid, argv: process.argv, ...entry })}\n`);

/** Replaces a function by one that notes its call first. Deeper calls for the same attempt are noted as well. */
function watch(object, name, what, isAttempt = () => true) {
  const original = object?.[name];
  if (typeof original !== 'function') return;
  const watched = function (...args) {
    if (isAttempt.call(this, ...args)) note({ attempt: what, stack: new Error().stack });
    return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args);
  };
  Object.setPrototypeOf(watched, original);
  watched.prototype = original.prototype;
  Object.defineProperty(object, name, { ...Object.getOwnPropertyDescriptor(object, name), value: watched });
}

if (file) {
  const net = require('node:net');
  // net.connect, tls, http, https, http2 and fetch all come down to this one; in it a path is a pipe on this machine.
  watch(net.Socket.prototype, 'connect', 'net.connect', (options) => !(Array.isArray(options) ? options[0] : options)?.path);
  const dgram = require('node:dgram');
  for (const name of ['send', 'connect', 'bind']) watch(dgram.Socket.prototype, name, `dgram.${name}`);
  const dns = require('node:dns');
  for (const set of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(set)) if (/^(?:lookup|resolve|reverse)/u.test(name)) watch(set, name, `dns.${name}`);
  }
  for (const name of ['http', 'https']) for (const call of ['request', 'get']) watch(require(`node:${name}`), call, `${name}.${call}`);
  watch(require('node:http2'), 'connect', 'http2.connect');
  watch(require('node:tls'), 'connect', 'tls.connect');
  for (const name of ['fetch', 'WebSocket', 'EventSource']) watch(globalThis, name, name);
  const children = require('node:child_process');
  for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) watch(children, name, `child_process.${name}`);
  require('node:module').syncBuiltinESMExports();
  note({ watching: true });
}
