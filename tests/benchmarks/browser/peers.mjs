// Other people's libraries, each on a page of its own, served as well as the product serves itself: bundled, compressed, local.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/** The page that draws nothing, and how many incidents are said to be on it where it stands for itself. */
export const EMPTY = 'nothing';
export const NO_ROWS = 0;

/** `hasMap`: it is a map that can be moved and pointed at; `most`: the largest number of incidents with which it is tried. */
export const PEERS = [
  { name: 'leaflet', title: 'Leaflet, canvas markers', hasMap: true },
  { name: 'supercluster', title: 'Supercluster, re-indexed', hasMap: true },
  { name: 'markercluster', title: 'Leaflet.markercluster', hasMap: true },
  { name: 'deck', title: 'deck.gl, software GL', hasMap: true },
  { name: 'vis-timeline', title: 'vis-timeline', hasMap: false, most: 100_000 },
  { name: EMPTY, title: 'an empty page: what measuring costs', hasMap: false },
];

const folder = fileURLToPath(new URL('peers/', import.meta.url));

/** Serves `/NAME?rows=N` of each peer; `pointsOf` answers the path of the points of N incidents. */
export async function servePeers(pointsOf) {
  const bundles = await bundle();
  const files = new Map();
  for (const { name } of PEERS) {
    files.set(`/${name}`, ['text/html', () => page(name, bundles.has(`${name}.css`)), 9]);
  }
  for (const [name, text] of bundles) {
    files.set(`/${name}`, [name.endsWith('.css') ? 'text/css' : 'text/javascript', () => text, 9]);
  }
  const compressed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const rows = /^\/points\/(\d+)$/.exec(pathname)?.[1];
    const [type, read, quality] = rows === undefined ? files.get(pathname) ?? ['text/plain', () => '', 1] : ['application/octet-stream', () => readFileSync(pointsOf(Number(rows))), 5];
    if (!compressed.has(pathname)) {
      compressed.set(pathname, brotliCompressSync(read(), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
    }
    const body = compressed.get(pathname);
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length });
    response.end(body);
  });
  await new Promise(ready => server.listen(0, 'localhost', ready));
  const { port } = server.address();
  return {
    port,
    /** Compresses ahead of the first visit what a visit will ask for. */
    warm: async (name, rows) => {
      for (const path of [`/${name}`, `/${name}.js`, `/points/${rows}`]) {
        await (await fetch(`http://localhost:${port}${path}`)).arrayBuffer();
      }
    },
    close: () => server.close(),
  };
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: PEERS.map(({ name }) => `${folder}${name}.js`),
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', 'global': 'window' },
    loader: { '.png': 'dataurl' },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(folder.length), text]));
}

/** The sizes are those of the product's map and timeline on the same screen. */
function page(name, hasStyles) {
  const styles = hasStyles ? `<link rel="stylesheet" href="/${name}.css">` : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${styles}<style>
body { margin: 0; font: 14px sans-serif }
#map { position: absolute; left: 272px; top: 52px; width: 776px; height: 651px; background: #f3efe6 }
#timeline { position: absolute; left: 0; top: 742px; width: 1400px; height: 158px; background: #eee; touch-action: none }
#window { width: 100px; height: 100%; background: #0b57d033 }
#tip { position: fixed; left: 4px; top: 40px; background: #fff; pointer-events: none; z-index: 9999 }
.dot { background: #b3261e; border-radius: 4px }
.marker-cluster { background: #fc88; border-radius: 20px; text-align: center }
</style><button id="zoom-in">+</button><button id="zoom-out">−</button><output id="count"></output>
<div id="map"></div><div id="timeline"><div id="window"></div></div><div id="tip" hidden></div><script src="/${name}.js"></script></html>`;
}
