/** The part of a Trusted Types policy that is needed; TypeScript's library does not know it yet. */
type Rules = Record<'createScript' | 'createScriptURL', (text: string) => string>;

interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Rules;
}

/**
 * Makes a text, or the address of a script, one that the browser may run.
 *
 * @param use - Called at once, with what the browser takes in the place of the text.
 * @returns Why it does not, where it takes it from nobody, or not from a policy of this name; else `undefined`.
 */
export type Trust = (rule: keyof Rules, text: string, use: (trusted: string) => void) => string | undefined;

/**
 * Makes the one function of a page by which its scripts and import maps are trusted.
 *
 * The Trusted Types policy, if the browser has those, accepts nothing but the very text that is being used, so it is of
 * no use to anybody else.
 *
 * @param policyName - Name of the Trusted Types policy.
 */
export function createTrust(policyName: string): Trust {
  let expected: string | undefined;
  const accept = (text: string): string => {
    if (text !== expected) throw new TypeError('Only this federation may use it.');
    return text;
  };
  let rules: Rules = { createScript: accept, createScriptURL: accept };
  let refusal: unknown;
  try {
    rules = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(policyName, rules) ?? rules;
  } catch (error) {
    // Not allowed, or made before: it may not be needed either, which its use tells.
    refusal = error;
  }
  return (rule, text, use) => {
    expected = text;
    try {
      use(rules[rule](text));
      return undefined;
    } catch (error) {
      return String(refusal ?? error);
    } finally {
      expected = undefined;
    }
  };
}
