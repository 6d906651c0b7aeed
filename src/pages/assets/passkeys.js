// Passkeys are the one thing here that needs a script: the browser speaks to the device through it. Without it, or where
// the browser knows no passkeys, the panel stays hidden and the one-time link does the same.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const post = async (url, csrf, body) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': csrf },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

const listed = (credentials = []) => credentials.map((one) => ({ ...one, id: bytes(one.id) }));

const answerOf = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: {},
  response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
});

async function authenticate(panel) {
  const options = await post('/accedi/passkey/opzioni', '', {});
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: listed(options.allowCredentials),
    },
  });
  const { authenticatorData, signature, userHandle } = credential.response;
  return post('/accedi/passkey', '', {
    next: panel.dataset.next,
    answer: answerOf(credential, {
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      ...(userHandle ? { userHandle: text(userHandle) } : {}),
    }),
  });
}

async function register(panel) {
  const { csrf } = panel.dataset;
  const options = await post('/profilo/passkey/opzioni', csrf, {});
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: listed(options.excludeCredentials),
    },
  });
  const { attestationObject } = credential.response;
  return post('/profilo/passkey', csrf, {
    label: panel.querySelector('[name="label"]').value,
    answer: answerOf(credential, {
      attestationObject: text(attestationObject),
      transports: credential.response.getTransports?.() ?? [],
    }),
  });
}

const CEREMONIES = { authenticate, register };

for (const panel of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  panel.hidden = false;
  const fault = panel.querySelector('[data-fault]');
  panel.querySelector('[data-start]').addEventListener('click', async () => {
    fault.hidden = true;
    try {
      const { to } = await CEREMONIES[panel.dataset.passkey](panel);
      location.assign(to);
    } catch {
      fault.hidden = false;
    }
  });
}
