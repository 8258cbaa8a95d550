// A caller that knows one document and nothing else. An error is {error, code, retry_after?, details?}: `error` is the text to
// show and `code` is the status. Only 429, 500 and 503 are tried again, 3 attempts in all, each retry logged; Retry-After (or
// `retry_after`) beats the backoff, which doubles up to 30 seconds and is jittered. A 429 also carries X-RateLimit-Limit,
// -Remaining and -Reset, in Unix seconds.
//
// node status.mjs generate MODEL PROMPT | cancel ID, with BASE_URL and API_KEY in the environment
import { setTimeout as sleep } from 'node:timers/promises';

const { BASE_URL, API_KEY } = process.env;
const [job, ...args] = process.argv.slice(2);
const ATTEMPTS = 3;
const RETRIED = [429, 500, 503];

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

    const { error, code, retry_after, details } = json;
    const again = RETRIED.includes(code) && attempt < ATTEMPTS;
    const wait = again ? waitBefore(answer, retry_after, attempt) : undefined;
    const rate = code === 429 ? rateOf(answer) : undefined;
    say({ attempt, method, status: answer.status, wait_ms: wait ?? null, understood: { error, code, retry_after, details, rate } });
    if (!again) {
      say({ outcome: 'refused', error: code, show: error });
      process.exit();
    }
    console.error(`Retrying in ${wait} ms after ${code}: ${error}`);
    await sleep(wait);
  }
}

/** Milliseconds. Jitter only ever adds to what the server asked for. */
function waitBefore(answer, retryAfter, attempt) {
  const asked = answer.headers.get('Retry-After') ?? retryAfter;
  if (asked) return 1000 * Number(asked) + Math.round(200 * Math.random());
  return Math.round(Math.min(30_000, 1000 * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2));
}

function rateOf(answer) {
  const number = (name) => Number(answer.headers.get(`X-RateLimit-${name}`) ?? NaN);
  return { limit: number('Limit'), remaining: number('Remaining'), reset: number('Reset') };
}

if (job === 'cancel') await call('POST', `/api/v1/generations/${args[0]}/cancel`);

const [model, prompt] = args;
let generation = await call('POST', '/api/v1/generate', { model, prompt });
while (['pending', 'processing'].includes(generation.status)) {
  await sleep(300);
  generation = await call('GET', `/api/v1/generations/${generation.generation_id}`);
}
say({ outcome: generation.status, generation_id: generation.generation_id, credits_used: generation.credits_used });
