// Shapes of network.mjs.
export const WATCH: string;
export function whyNoNamespace(): string | undefined;
export function inNamespace(args: readonly string[], counters: string): [string, ...string[]];
export function withLoopback(args: readonly string[]): [string, ...string[]];
export function unrouted(counters: string): number;
export interface Noted {
  readonly pid: number;
  readonly argv: readonly string[];
}
export function noted(file: string): { readonly watched: readonly Noted[]; readonly attempts: readonly (Noted & { readonly attempt: string; readonly stack: string; readonly said: string })[] };
