// The product as it is shipped, in a process of its own, over data directories that are made once and kept between runs.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePoints } from './points.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const project = join(repository, 'tests/benchmarks/Dashboard.Benchmarks');
const generator = join(project, 'bin/Release/net10.0/Dashboard.Benchmarks.dll');
const web = join(repository, 'src/Dashboard.Web/bin/Release/net10.0/Dashboard.Web.dll');
const kept = join(tmpdir(), 'dashboard-benchmarks');

export function build() {
  run('dotnet', 'build', '-c', 'Release', '--nologo', '-v', 'quiet', project);
}

/** Makes what is missing of `rows` incidents: the directory with the imported file, and the points that others draw. */
export async function dataOf(rows) {
  const folder = join(kept, `${rows}-${recipe()}`);
  const made = { directory: join(folder, 'data'), points: join(folder, 'points.bin') };
  if (!existsSync(folder)) {
    mkdirSync(kept, { recursive: true });
    const making = mkdtempSync(join(kept, 'making-'));
    const file = join(making, 'ged.csv');
    console.error(`Making ${rows.toLocaleString('en')} incidents, once`);
    run('dotnet', generator, 'ged', String(rows), file);
    run('dotnet', web, 'import', file, '--data', join(making, 'data'), '--yes');
    await writePoints(file, join(making, 'points.bin'));
    rmSync(file);
    renameSync(making, folder);
  }
  return made;
}

/** An empty directory: the server fills it with the starter dataset. */
export function emptyDirectory() {
  return mkdtempSync(join(tmpdir(), 'dashboard-benchmark-'));
}

/** Starts the server and waits until it answers. */
export async function serve(directory) {
  const port = await freePort();
  const child = spawn('dotnet', [web, '--urls', `http://localhost:${port}`, '--data', directory], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise(resolve => child.once('exit', resolve));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  for (let isUp = false; !isUp;) {
    if (child.exitCode !== null) {
      throw new Error(`The server stopped with ${child.exitCode}.`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
    isUp = await fetch(`http://localhost:${port}/healthz`).then(answer => answer.ok, () => false);
  }
  return {
    port,
    /** Megabytes that are resident; null where the system does not tell. */
    memory: () => residentMegabytes(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}

/** The commit that is measured, with a mark where files differ from it. */
export function commit() {
  return spawnSync('git', ['describe', '--always', '--dirty'], { cwd: repository, encoding: 'utf8' }).stdout.trim();
}

/** Changes with whatever changes what a data directory holds. */
function recipe() {
  const hash = createHash('sha256');
  const schema = join(repository, 'src/Dashboard.Data/Schema');
  for (const file of [...readdirSync(schema).sort().map(name => join(schema, name)), join(project, 'GedFile.cs'), join(project, 'GedLikeWorld.cs')]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 10);
}

function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return null;
  }
}

function run(program, ...parameters) {
  const { status } = spawnSync(program, parameters, { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    throw new Error(`${program} ${parameters.join(' ')} ended with ${status}.`);
  }
}

function freePort() {
  return new Promise(found => {
    const server = createServer();
    server.listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
