// Loaded by VS Code inside the extension host, around the real suite: sends the console to a file that the
// runner outside reads, calls the suite's run(), and notes how it ended. Only that note is trusted: when the
// extension host is killed, VS Code itself reports success.
// It must not know the suite, nor the extension.
const { Console } = require('node:console');
const { appendFileSync, writeFileSync } = require('node:fs');
const { Writable } = require('node:stream');

const { HOST_SUITE: suite, HOST_OUTPUT: output, HOST_RESULT: result } = process.env;

// VS Code has locked console.log and its kin here one by one, but not the console.
const sink = new Writable({
  decodeStrings: false,
  write(chunk, _encoding, done) {
    appendFileSync(output, chunk);
    done();
  },
});
globalThis.console = new Console({ stdout: sink, stderr: sink, colorMode: false });

exports.run = async () => {
  try {
    const { run } = require(suite);
    if (typeof run !== 'function') throw new Error(`${suite} exports no run()`);
    await run();
    writeFileSync(result, 'passed');
  } catch (error) {
    writeFileSync(result, 'failed');
    throw error;
  }
};
