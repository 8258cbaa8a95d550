// A caller that knows one document and nothing else. Every error is flat: `error` is what programs branch on, `message` and
// `next` are for people, `request_id` is for support, and the code's own fields stand beside them. 401, 402, 403 and 422 are
// for good. 429 waits Retry-After, or 5 seconds without it; 5xx backs off from 1 second, doubling, at most 30; 5 attempts.
//
// node native.mjs generate MODEL PROMPT | cancel ID, with BASE_URL and API_KEY in the environment
import { setTimeout as sleep } from 'node:timers/promises';

const { BASE_URL, API_KEY } = process.env;
const [job, ...args] = process.argv.slice(2);
const ATTEMPTS = 5;

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

    const { error, message, next, request_id, ...extras } = json;
    const wait = attempt < ATTEMPTS ? waitBefore(answer, error, attempt) : undefined;
    say({ attempt, method, status: answer.status, wait_ms: wait ?? null, understood: { error, message, next, request_id, extras } });
    if (wait === undefined) {
      say({ outcome: 'refused', error, show: `${message} ${next}` });
      process.exit();
    }
    await sleep(wait);
  }
}

/** Milliseconds; undefined for what is for good. */
function waitBefore(answer, error, attempt) {
  if (answer.status === 429) return 1000 * Number(answer.headers.get('Retry-After') ?? 5);
  if (error === 'PROVIDER_DOWN') return 60_000;
  if (answer.status >= 500) return Math.min(30_000, 1000 * 2 ** (attempt - 1));
  return undefined;
}

if (job === 'cancel') await call('POST', `/api/v1/generations/${args[0]}/cancel`);

const [model, prompt] = args;
let generation = await call('POST', '/api/v1/generate', { model, prompt });
while (['pending', 'processing'].includes(generation.status)) {
  await sleep(300);
  generation = await call('GET', `/api/v1/generations/${generation.generation_id}`);
}
say({ outcome: generation.status, generation_id: generation.generation_id, credits_used: generation.credits_used });
