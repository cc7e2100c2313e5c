import { Problem } from '../api/http';

// Passkeys as browsers have them. Outside, bytes stand in base64url (the JSON forms of WebAuthn level 3); browsers that can turn them themselves are
// too new to be counted on.
type Json = Record<string, unknown>;
export type PasskeyOptions = { publicKey: Json };

const bytes = (text: unknown) => Uint8Array.from(atob(String(text).replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const withBytes = (credentials: unknown) => ((credentials ?? []) as Json[]).map((one) => ({ ...one, id: bytes(one.id) }));

/** Whether this browser has passkeys at this address. */
export const hasPasskeys = () => window.isSecureContext && typeof window.PublicKeyCredential === 'function';

async function ask<T extends AuthenticatorResponse>(what: () => Promise<Credential | null>): Promise<[PublicKeyCredential, T]> {
  try {
    const credential = (await what()) as PublicKeyCredential | null;
    if (!credential) throw new Problem(0, 'passkey.cancelled', '');
    return [credential, credential.response as T];
  } catch (error) {
    if (error instanceof Problem) throw error;
    const name = error instanceof DOMException ? error.name : '';
    throw new Problem(0, name === 'InvalidStateError' ? 'passkey.present' : name === 'SecurityError' ? 'passkey.unsupported' : 'passkey.cancelled', '');
  }
}

function requireSupport() {
  if (!hasPasskeys()) throw new Problem(0, 'passkey.unsupported', '');
}

const answer = ({ id, type }: PublicKeyCredential, response: Json) => ({ id, rawId: id, type, response, clientExtensionResults: {} });

/** Has the browser make a passkey. */
export async function createPasskey(options: () => Promise<PasskeyOptions>) {
  requireSupport();
  const { publicKey } = await options();
  const user = publicKey.user as Json;
  const wanted = {
    ...publicKey, challenge: bytes(publicKey.challenge), user: { ...user, id: bytes(user.id) }, excludeCredentials: withBytes(publicKey.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const [credential, made] = await ask<AuthenticatorAttestationResponse>(() => navigator.credentials.create({ publicKey: wanted }));
  return answer(credential, {
    clientDataJSON: text(made.clientDataJSON), attestationObject: text(made.attestationObject), transports: made.getTransports?.() ?? [],
  });
}

/** Has the browser sign with a passkey. */
export async function signWithPasskey(options: () => Promise<PasskeyOptions>) {
  requireSupport();
  const { publicKey } = await options();
  const wanted = {
    ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: withBytes(publicKey.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
  const [credential, signed] = await ask<AuthenticatorAssertionResponse>(() => navigator.credentials.get({ publicKey: wanted }));
  return answer(credential, {
    clientDataJSON: text(signed.clientDataJSON), authenticatorData: text(signed.authenticatorData), signature: text(signed.signature),
    ...(signed.userHandle ? { userHandle: text(signed.userHandle) } : {}),
  });
}
