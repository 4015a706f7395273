// Bundles the browser modules into wwwroot/dist, and the kit's style sheet beside them. Run by the .NET build, which
// passes the path of the kit's package; `node build.mjs --watch` keeps bundling.
import { context } from 'esbuild';
import { writeKitSheet } from './kit.mjs';

const DIST = '../../wwwroot/dist';

const options = {
  entryPoints: ['explore.ts', 'theme.ts'],
  outdir: DIST,
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

const kit = process.argv.indexOf('--kit');
if (kit > 0) {
  await writeKitSheet(process.argv[kit + 1], `${DIST}/kit.css`);
}
