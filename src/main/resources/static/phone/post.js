// JSON to and from the service. A refusal is thrown with its status, a dead service with status 0.
export async function post(path, body) {
  return send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

export async function get(path) {
  return send(path, {});
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, credentials: 'same-origin' });
  } catch {
    throw { status: 0 };
  }
  if (!response.ok) {
    throw { status: response.status };
  }
  return response.json();
}
