/**
 * Addresses of this program's own scripts (mã của chính chương trình). In the browser edition the page's policy lets
 * scripts be started through here alone (Trusted Types), so that no text can become one; see docs/security.md.
 */
interface ScriptPolicy {
  readonly createScriptURL: (address: string) => string;
}

interface Policies {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

/** `blob:` addresses are made by this page of its own code; the others lie beside it. */
function ofThisPage(address: string): string {
  const { protocol, origin } = new URL(address, self.location.href);
  if (protocol !== "blob:" && origin !== self.location.origin) throw new TypeError(address);
  return address;
}

const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy("so-thi-dua", { createScriptURL: ofThisPage });

/** The address as the browser takes it for a script; elsewhere it is what it was. */
export function ownScript(address: string): string {
  return policy ? policy.createScriptURL(address) : address;
}
