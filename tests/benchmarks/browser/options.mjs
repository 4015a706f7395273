// What can be said on the command line.

import { parseArgs } from 'node:util';

const USAGE = `node tests/benchmarks/browser/run.mjs [options]
  --rows 10000,100000,1000000  how many incidents, one size after the other
  --rounds 5                   how often each is measured
  --slowed 350000              the size that is also measured with the processor slowed four times and on 20 Mbit with 40 ms; 0: none
  --scrubs 1000                after how many scrubs the memory is looked at again, at the first size; 0: none
  --peers                      measures other people's libraries as well, over the same points
  --peer-rounds 2              how often each of those is measured
  --only leaflet,deck          only those of them
  --no-ours                    leaves the product out
  --no-build                   takes what is built
  --out FILE.json              where the raw results go (default: results/, named by the time)`;

export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      'rows': { type: 'string', default: '10000,100000,1000000' },
      'rounds': { type: 'string', default: '5' },
      'slowed': { type: 'string', default: '350000' },
      'scrubs': { type: 'string', default: '1000' },
      'peers': { type: 'boolean', default: false },
      'peer-rounds': { type: 'string', default: '2' },
      'only': { type: 'string', default: '' },
      'no-ours': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      'out': { type: 'string' },
      'help': { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  return {
    rows: numbers(values.rows),
    rounds: Number(values.rounds),
    slowed: Number(values.slowed),
    scrubs: Number(values.scrubs),
    hasPeers: values.peers,
    peerRounds: Number(values['peer-rounds']),
    only: values.only === '' ? null : values.only.split(','),
    hasOurs: !values['no-ours'],
    builds: !values['no-build'],
    out: values.out ?? null,
  };
}

function numbers(list) {
  return list.split(',').filter(text => text !== '').map(Number);
}
