// Bundles every *.test.ts beside this file with the esbuild of the browser modules and runs them with Node's own test
// runner. Names of files, or parts of names, on the command line choose among them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = fileURLToPath(new URL('../../src/browser/', import.meta.url));
const { build } = createRequire(join(modules, 'package.json'))('esbuild');

const chosen = process.argv.slice(2);
const tests = readdirSync(here)
  .filter(name => name.endsWith('.test.ts') && (chosen.length === 0 || chosen.some(part => name.includes(part))))
  .sort();
if (tests.length === 0) {
  console.error('There are no browser module tests of that name.');
  process.exit(1);
}

const bundles = mkdtempSync(join(tmpdir(), 'dashboard-browser-'));
try {
  await build({
    entryPoints: tests.map(name => join(here, name)),
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    nodePaths: [join(modules, 'node_modules')],
    loader: { '.css': 'empty' },
    logLevel: 'warning',
  });
  const files = tests.map(name => join(bundles, name.replace(/\.ts$/, '.mjs')));
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...files], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, BROWSER_TESTS: here }, // where files beside the tests are: the bundles are not there
  });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(bundles, { recursive: true, force: true });
}
