// A driver for the kit, around a client as the examples of the reference documents have it: `fetch`, the error's fields, and a
// loop. 401, 402, 403 and 422 are for good. 429 waits Retry-After, or 5 seconds without it; 5xx backs off from 1 second,
// doubling, at most 30; 5 attempts. Nothing more was known when it was written, and so it fails where that is not enough.
//
// Node 20, no dependency:  node driver.mjs
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 5;
const PERMANENT = [401, 402, 403, 422];

class ApiError extends Error {
  constructor(status, body) {
    super(body.message);
    Object.assign(this, { name: 'ApiError', status, code: body.error, request_id: body.request_id, next: body.next });
  }
}

async function call(url, key, { method, path, body }, attempts) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (response.ok) return response.json();

    const error = await response.json();
    if (PERMANENT.includes(response.status) || attempt >= Math.min(ATTEMPTS, attempts)) {
      throw new ApiError(response.status, error);
    }
    if (response.status === 429) {
      await sleep(1000 * Number(response.headers.get('Retry-After') ?? 5));
    } else if (response.status >= 500) {
      await sleep(Math.min(30_000, 1000 * 2 ** (attempt - 1)));
    } else {
      throw new ApiError(response.status, error);
    }
  }
}

async function answer({ case: name, url, key, request, max_attempts }) {
  try {
    await call(url, key, request, max_attempts);
    return { case: name, outcome: 'success' };
  } catch (error) {
    const { code, status, request_id, next } = error instanceof ApiError ? error : {};
    return { case: name, outcome: 'error', code, status, request_id, next, kind: error.name };
  }
}

const say = (line) => console.log(JSON.stringify(line));

say({ ready: 'plain fetch, as in the documents', at_once: 16 });
for await (const line of createInterface({ input: process.stdin })) {
  answer(JSON.parse(line)).then(say);
}
process.exit();
