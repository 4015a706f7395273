// Bundles the browser modules into wwwroot/dist. Run by the .NET build; `node build.mjs --watch` keeps running.
import { context } from 'esbuild';

const options = {
  entryPoints: ['explore.ts', 'theme.ts'],
  outdir: '../../wwwroot/dist',
  bundle: true,
  format: 'esm',
  target: ['es2022'],
  minify: true,
  sourcemap: false,
  logLevel: 'warning',
};

const bundle = await context(options);
if (process.argv.includes('--watch')) {
  await bundle.watch();
} else {
  await bundle.rebuild();
  await bundle.dispose();
}
