import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Where a device is told to be, and what it lies about. */
interface Say {
  origin: string;
  rpId: string;
  counter: number;
}

const HONEST: Say = { origin: 'http://localhost', rpId: 'localhost', counter: 0 };
const USER_PRESENT_AND_VERIFIED = 0x05;
const NEW_CREDENTIAL = 0x40;

/** A passkey device in software (ES256, no attestation) that says whatever a test wants it to. */
export class Authenticator {
  readonly id = randomBytes(16);
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  /** The answer to a registration's challenge; `id` lets a device claim another's credential. */
  register(challenge: string, said: Partial<Say> & { id?: Buffer } = {}) {
    const { id = this.id, ...say } = { ...HONEST, ...said };
    const authData = Buffer.concat([
      authenticatorData(say, USER_PRESENT_AND_VERIFIED | NEW_CREDENTIAL),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      this.#coseKey(),
    ]);
    const attestationObject = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(authData)],
    ]).toString('base64url');
    return this.#answer(id, { clientDataJSON: clientData('webauthn.create', challenge, say), attestationObject });
  }

  /** The answer to a sign-in's challenge. */
  assert(challenge: string, said: Partial<Say> & { id?: Buffer } = {}) {
    const { id = this.id, ...say } = { ...HONEST, ...said };
    const clientDataJSON = clientData('webauthn.get', challenge, say);
    const authData = authenticatorData(say, USER_PRESENT_AND_VERIFIED);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    const signature = sign('sha256', signed, this.#key.privateKey).toString('base64url');
    return this.#answer(id, { clientDataJSON, authenticatorData: authData.toString('base64url'), signature });
  }

  #answer<Response>(id: Buffer, response: Response) {
    const name = id.toString('base64url');
    return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response };
  }

  /** EC2, ES256, P-256 (RFC 9053 §7.1.1). */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    return map([
      [Buffer.from([0x01]), Buffer.from([0x02])],
      [Buffer.from([0x03]), Buffer.from([0x26])],
      [Buffer.from([0x20]), Buffer.from([0x01])],
      [Buffer.from([0x21]), bytes(Buffer.from(x, 'base64url'))],
      [Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))],
    ]);
  }
}

const clientData = (type: string, challenge: string, { origin }: Say): string =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');

function authenticatorData({ rpId, counter }: Say, flags: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags, 0);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), tail]);
}

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();

/** The little CBOR (RFC 8949) that a registration needs. */
const text = (words: string): Buffer => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
const bytes = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, data.length]), data]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flat()]);
