import { type ManifestRemote, parseManifest } from '../../core/manifest.js';

/**
 * What a manifest says of one remote.
 *
 * @throws {@link FederationError} `manifest-invalid`, if that cannot be used.
 */
export function explainRemote(name: string, manifest: object, url: string): ManifestRemote {
  const { remotes, faults } = parseManifest(manifest, url);
  const remote = remotes.get(name);
  if (!remote) throw faults.get(name);
  return remote;
}
