import { known } from './known';

/**
 * Match patterns of all hosts with an address of their own: for the manifest, at build time, and for whoever has to find a
 * host's tabs. Whole origins, because a script that follows its page into about:blank frames may name no path (Chromium
 * refuses the extension); the path is looked at in the page. Sorted, each once. What people host for themselves has none:
 * there the user grants the origin.
 */
export function hostMatches(): string[] {
  return [...new Set(known.flatMap(({ match }) => match.map((pattern) => pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/u, '$1/*'))))].sort();
}

/** Pages inside those patterns that are none of ours. */
export function hostExcludes(): string[] {
  return [...new Set(known.flatMap(({ exclude }) => exclude ?? []))].sort();
}
