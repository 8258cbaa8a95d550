// A caller that knows one document and nothing else. An error is {error: message}: one text, to be shown; what kind it is, the
// status says. On 429 it reads Retry-After and waits, with jitter, and backs off exponentially when 429 comes again, so that
// workers do not come back all at once. Nothing else is tried again: ids are logged, and the payload is kept for a replay.
//
// node plain.mjs generate MODEL PROMPT | cancel ID, with BASE_URL and API_KEY in the environment
import { setTimeout as sleep } from 'node:timers/promises';

const { BASE_URL, API_KEY } = process.env;
const [job, ...args] = process.argv.slice(2);
const ATTEMPTS = 6;

const say = (line) => console.log(JSON.stringify(line));

async function call(method, path, body) {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(BASE_URL + path, {
      method,
      headers: { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const json = await answer.json();
    if (answer.ok) return json;

    const again = answer.status === 429 && attempt < ATTEMPTS;
    const wait = again ? waitBefore(answer, attempt) : undefined;
    say({ attempt, method, status: answer.status, wait_ms: wait ?? null, understood: { error: json.error } });
    if (!again) {
      const request_id = answer.headers.get('X-Request-Id');
      say({ outcome: 'refused', error: answer.status, show: json.error, request_id, replay: { method, path, body } });
      process.exit();
    }
    await sleep(wait);
  }
}

/** Milliseconds, never fewer than the server asked for. */
function waitBefore(answer, attempt) {
  const asked = 1000 * Number(answer.headers.get('Retry-After') ?? 0);
  return asked + Math.round(Math.min(30_000, 100 * 2 ** attempt) * Math.random());
}

if (job === 'cancel') await call('POST', `/api/v1/generations/${args[0]}/cancel`);

const [model, prompt] = args;
let generation = await call('POST', '/api/v1/generate', { model, prompt });
while (['pending', 'processing'].includes(generation.status)) {
  await sleep(300);
  generation = await call('GET', `/api/v1/generations/${generation.generation_id}`);
}
say({ outcome: generation.status, generation_id: generation.generation_id, credits_used: generation.credits_used });
