// Shapes of bundles.mjs.
import type { BuildOptions } from 'esbuild';
export function bundles(options?: { readonly release?: boolean }): readonly BuildOptions[];
