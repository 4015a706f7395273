// A line between browser and server that is as slow as is asked for: it carries whatever goes over TCP, so that workers and
// sockets are slowed like everything else.

import { connect, createServer } from 'node:net';

/** Answers the port on which the slowed server is reached. `latency`: milliseconds there and back; `rate`: bits a second, in all. */
export async function slowLine(port, { latency, rate }) {
  const down = lane(rate, latency / 2);
  const up = lane(rate, latency / 2);
  const sockets = new Set();
  const line = createServer(near => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to, carry] of [[near, far, up], [far, near, down]]) {
      sockets.add(from);
      from.on('data', bytes => carry(bytes.length, () => to.write(bytes)));
      from.on('end', () => carry(0, () => to.end()));
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
    }
  });
  await new Promise(ready => line.listen(0, 'localhost', ready));
  return {
    port: line.address().port,
    close() {
      line.close();
      sockets.forEach(socket => socket.destroy());
    },
  };
}

/** One direction: bytes stand in line for their turn, then travel. They arrive in their order: timers alone would not keep it, each rounds by itself. */
function lane(rate, delay) {
  const travelling = [];
  let freeAt = 0;
  let timer = null;
  const deliver = () => {
    while (travelling.length > 0 && travelling[0].at <= performance.now()) {
      travelling.shift().arrive();
    }
    timer = travelling.length === 0 ? null : setTimeout(deliver, travelling[0].at - performance.now());
  };
  return (bytes, arrive) => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + bytes * 8000 / rate;
    travelling.push({ at: freeAt + delay, arrive });
    timer ??= setTimeout(deliver, freeAt + delay - now);
  };
}
