// Asks DuckDB questions that are SQL already: node duckdb.mjs QUESTIONS.json ANSWERS.json

import { readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance, version } from '@duckdb/node-api';

const WARM_UP = 3000; // milliseconds, as long as the index
const [questionsFile, answersFile] = process.argv.slice(2);
const { points, threads, questions } = JSON.parse(readFileSync(questionsFile, 'utf8'));

const database = await DuckDBInstance.create(':memory:', { threads: String(threads) });
const connection = await database.connect();
await connection.run(`
  CREATE TABLE points AS SELECT * FROM read_csv('${points}', header = false,
    columns = {'x': 'UINTEGER', 'y': 'UINTEGER', 'day': 'USMALLINT', 'kind': 'UTINYINT'}) ORDER BY day`);

for (let asked = 0, start = performance.now(); performance.now() - start < WARM_UP; asked++) {
  await ask(questions[asked % questions.length]);
}

const answers = [];
for (const question of questions) {
  const start = performance.now();
  const counts = await ask(question);
  const milliseconds = performance.now() - start;
  answers.push({ milliseconds, sum: counts.reduce(checksum, 0) });
}

writeFileSync(answersFile, JSON.stringify({ version: version(), answers }));

async function ask({ cells, cellCount, bins, binCount }) {
  return [await countsOf(cells, cellCount), await countsOf(bins, binCount)];
}

async function countsOf(sql, length) {
  const counts = new Uint32Array(length);
  const [places = [], numbers = []] = (await connection.runAndReadAll(sql)).getColumns();
  places.forEach((place, i) => { counts[place] = numbers[i]; });
  return counts;
}

/** As in DatabaseAnswers.cs: what is not zero, with its place. */
function checksum(sum, counts) {
  counts.forEach((count, place) => {
    if (count !== 0) {
      sum = Math.imul(Math.imul(sum ^ place, 16777619) ^ count, 16777619);
    }
  });
  return sum >>> 0;
}
