// The tables, as Markdown.

import { NO_ROWS, PEERS } from './peers.mjs';
import { median, percentile } from './statistics.mjs';

const STARTER = 43;

export function report(result) {
  const loads = result.runs.map(run => run.load);
  const runs = result.runs.filter(run => run.condition === 'plain');
  const empty = runs.filter(run => run.rows === NO_ROWS);
  const sizes = [...new Set(runs.map(run => run.rows))].filter(rows => rows !== NO_ROWS).sort((a, b) => a - b);
  const parts = [
    `${result.processors} × ${result.processor}, Chromium ${result.chromium}, software rendering, ${result.at.slice(0, 10)}, ${result.commit}; `
      + `${median(loads).toFixed(1)} processes waiting in the middle (${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}).`,
    ...runs.some(run => run.subject === 'ours') ? [ours(runs.filter(run => run.subject === 'ours'), sizes, empty)] : [],
    ...slowed(result.runs),
    ...sizes.filter(rows => runs.some(run => run.rows === rows && run.subject !== 'ours')).map(rows => besides(runs.filter(run => run.rows === rows), rows)),
    ...failures(result.runs),
  ];
  return parts.join('\n\n');
}

/** @param empty the visits to a page that draws nothing: what measuring costs */
function ours(runs, sizes, empty) {
  const at = rows => runs.filter(run => run.rows === rows);
  const page = median(values(at(STARTER), run => run.arrival?.firstPicture));
  const own = median(values(at(STARTER), run => run.arrival?.bytes.page));
  const line = (name, tell) => `| ${name} | ${sizes.map(rows => tell(at(rows), rows)).join(' | ')} |`;
  const p95 = (name, tell) => line(name, runs => words(percentile(values(runs, tell), 0.95)));
  const middle = (name, tell) => line(name, runs => words(median(values(runs, tell))));
  const frames = run => run.scrub?.frames;
  const [first, lone] = [run => run.scrub?.first, run => run.scrub?.lone];
  const beyond = (name, sum) => line(name, runs => words(sum(values(runs, frames)) - sum(values(empty, frames))));
  return [
    `| ours | ${sizes.map(rows => rows.toLocaleString('en')).join(' | ')} |`,
    `|---|${'---|'.repeat(sizes.length)}`,
    middle('first picture, ms', run => run.arrival?.firstPicture),
    line('ratio to the page with 43', runs => words(median(values(runs, run => run.arrival?.firstPicture)) / page, 2)),
    middle('until it is refined, ms', run => run.arrival?.refinedPicture),
    middle('data until the first picture, KB', run => run.arrival && run.arrival.bytes.data / 1000),
    line('all beyond the page with 43, KB', runs => words(median(values(runs, run => run.arrival && (run.arrival.bytes.page + run.arrival.bytes.data))) / 1000 - own / 1000)),
    middle('data until it is refined, KB', run => run.arrival && run.arrival.bytes.dataRefined / 1000),
    middle('over the socket until the first picture, KB', run => run.arrival && run.arrival.bytes.socket / 1000),
    middle('the first scrub of a visit, ms a frame, median', first),
    p95('the first scrub of a visit, p95', first),
    middle('scrub, ms a frame, median', frames),
    p95('scrub, ms a frame, p95', frames),
    beyond('scrub beyond an empty page, median', median),
    beyond('scrub beyond an empty page, p95', list => percentile(list, 0.95)),
    middle('of it work of the main thread, mean', run => run.scrub?.tasks),
    middle('a single step, from the move to the end of its last frame, ms, median', lone),
    p95('a single step, p95', lone),
    middle('frames in which the count changed', run => run.scrub?.changes),
    middle('messages sent while scrubbing', run => run.scrub?.whileMoving.sent),
    middle('answers fetched while scrubbing', run => run.scrub?.whileMoving.fetched),
    middle('messages sent by the whole gesture', run => run.scrub?.sentInAll),
    p95('panning, ms a frame, p95', run => run.pan?.frames),
    middle('pan to the refined picture, ms, median', run => run.pan?.refined),
    p95('pan to the refined picture, ms, p95', run => run.pan?.refined),
    middle('zoom to the refined picture, ms, median', run => run.zoom?.refined),
    p95('zoom to the refined picture, ms, p95', run => run.zoom?.refined),
    middle('pointing, ms of script, median', run => run.point?.scripts),
    middle('of it finding what is there, µs', run => run.point?.finding && run.point.finding * 1000),
    p95('pointing, ms a frame, p95', run => run.point?.frames),
    middle('heap, MB', run => run.heap),
  ].join('\n');
}

function slowed(all) {
  const of = condition => all.filter(run => run.condition === condition);
  const lines = [];
  for (const rows of new Set(of('slow processor').map(run => run.rows))) {
    const sums = tell => {
      const list = values(of('slow processor').filter(run => run.rows === rows), tell);
      return `${words(median(list))}, p95 ${words(percentile(list, 0.95))}`;
    };
    lines.push(`- Processor slowed four times, ${rows === NO_ROWS ? 'an empty page' : rows.toLocaleString('en')}: scrub ${sums(run => run.scrub?.frames)} ms a frame `
      + `(the first of a visit ${sums(run => run.scrub?.first)}); a single step ${sums(run => run.scrub?.lone)}.`);
  }
  for (const rows of new Set(of('slow line').map(run => run.rows))) {
    lines.push(`- 20 Mbit, 40 ms, ${rows.toLocaleString('en')}: first picture after ${words(median(values(of('slow line').filter(run => run.rows === rows), run => run.arrival?.firstPicture)))} ms.`);
  }
  for (const { rows, many } of of('many').filter(run => run.many)) {
    const grown = part => `${words(many.before[part])} → ${words(many.after[part])} MB`;
    lines.push(`- ${many.scrubs.toLocaleString('en')} scrubs, ${rows.toLocaleString('en')}: heap of the page ${grown('page')}, memory of the server ${grown('server')}.`);
  }
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Ours and the others on one size; the last lines tell how many times the best of them, and Leaflet's canvas, take what ours takes. */
function besides(runs, rows) {
  const measures = [
    ['first picture, ms', run => run.arrival?.firstPicture, median, null],
    ['the first scrub, ms a frame, median', run => run.scrub?.first, median, 'scrub'],
    ['scrub, ms a frame, median', run => run.scrub?.frames, median, 'scrub'],
    ['p95', run => run.scrub?.frames, list => percentile(list, 0.95), 'scrub'],
    ['main thread, mean', run => run.scrub?.tasks, median, 'scrub'],
    ['a single step, ms, median', run => run.scrub?.lone, median, 'scrub'],
    ['panning, ms a frame', run => run.pan?.frames, median, 'pan'],
    ['pan refined, ms', run => run.pan?.refined, median, 'pan'],
    ['zoom refined, ms', run => run.zoom?.refined, median, 'zoom'],
    ['pointing, ms of script', run => run.point?.scripts, median, 'point'],
    ['of it finding, µs', run => run.point?.finding && run.point.finding * 1000, median, 'point'],
    ['ms a frame', run => run.point?.frames, median, 'point'],
    ['heap, MB', run => run.heap, median, null],
  ];
  const subjects = [{ name: 'ours', title: 'ours', hasMap: true }, ...PEERS].filter(({ name }) => runs.some(run => run.subject === name));
  const numbers = new Map(subjects.map(({ name }) => [name, measures.map(([, tell, sum]) => sum(values(runs.filter(run => run.subject === name), tell)))]));
  const maps = subjects.filter(({ name, hasMap }) => name !== 'ours' && hasMap).map(({ name }) => name);
  const cell = (name, i) => {
    const tooLong = runs.find(run => run.subject === name && run[measures[i][3]]?.tooLong)?.[measures[i][3]].tooLong;
    return numbers.get(name)[i] === null && tooLong !== undefined ? `> ${tooLong.toLocaleString('en')}` : words(numbers.get(name)[i]);
  };
  const best = i => Math.min(...maps.map(name => numbers.get(name)[i] ?? Infinity));
  const ratios = of => measures.map((_, i) => {
    const [theirs, mine] = [of(i), numbers.get('ours')[i]];
    return mine !== null && theirs !== null && theirs < Infinity ? `**${words(theirs / mine)}×**` : '–';
  });
  return [
    `| ${rows.toLocaleString('en')} incidents | ${measures.map(([name]) => name).join(' | ')} |`,
    `|---|${'---|'.repeat(measures.length)}`,
    ...subjects.map(({ name, title }) => `| ${title} | ${measures.map((_, i) => cell(name, i)).join(' | ')} |`),
    ...numbers.has('ours') && maps.length > 0 ? [`| best of the other maps to ours | ${ratios(best).join(' | ')} |`] : [],
    ...numbers.has('ours') && numbers.has('leaflet') ? [`| Leaflet's canvas to ours | ${ratios(i => numbers.get('leaflet')[i]).join(' | ')} |`] : [],
  ].join('\n');
}

function failures(runs) {
  const told = new Set(runs.filter(run => run.error !== undefined).map(run => `- ${run.subject}, ${run.rows.toLocaleString('en')}, ${run.condition}: ${run.error}`));
  return told.size === 0 ? [] : [['Broke off:', ...told].join('\n')];
}

/** What the runs tell, lists laid end to end. */
function values(runs, tell) {
  return runs.flatMap(run => tell(run) ?? []);
}

function words(value, digits = value !== null && value < 10 ? 1 : 0) {
  return value === null || !Number.isFinite(value) ? '–' : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
