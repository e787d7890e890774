// The few assertions of the suites, as node:assert/strict has them, for extension hosts that have no Node.
// It must not know what is asserted.

function show(value: unknown): string {
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  } catch {
    return String(value); // an object of VS Code's that leads back to itself
  }
}

function fail(message: string | undefined, reason: string): never {
  throw new Error(message === undefined ? reason : `${message}: ${reason}`);
}

/** By content, as far as JSON goes, whose absent and undefined fields are the same. */
const isSame = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);

interface Assert {
  ok(value: unknown, message?: string): asserts value;
  equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
  notEqual(actual: unknown, other: unknown, message?: string): void;
  deepEqual(actual: unknown, expected: unknown, message?: string): void;
  match(text: string, pattern: RegExp): void;
  doesNotMatch(text: string, pattern: RegExp): void;
}

const assert: Assert = {
  ok(value: unknown, message?: string) {
    if (!value) fail(message, `${show(value)} is not true`);
  },
  equal(actual: unknown, expected: unknown, message?: string) {
    if (!Object.is(actual, expected)) fail(message, `${show(actual)} is not ${show(expected)}`);
  },
  notEqual(actual, other, message) {
    if (Object.is(actual, other)) fail(message, `it is ${show(other)}`);
  },
  deepEqual(actual, expected, message) {
    if (!isSame(actual, expected)) fail(message, `${show(actual)} is not ${show(expected)}`);
  },
  match(text, pattern) {
    if (!pattern.test(text)) fail(undefined, `${text} does not match ${pattern}`);
  },
  doesNotMatch(text, pattern) {
    if (pattern.test(text)) fail(undefined, `${text} matches ${pattern}`);
  },
};

export default assert;
