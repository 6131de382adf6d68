import { createHash } from "node:crypto";

type Scripts =
	/** A dynamic page: what carries the nonce may run, and what that loads. `hashes` are inline scripts without one. */
	| { nonce: string; hashes?: readonly string[] }
	/** A page made at build time: its own inline scripts by their hashes, files from our own origin. */
	| { hashes: readonly string[] };

/** The content security policy of a page. Development needs `eval` for readable errors. */
export function contentSecurityPolicy(scripts: Scripts, { development = false } = {}): string {
	const inline = (scripts.hashes ?? []).map((hash) => `'${hash}'`);
	const allowed = "nonce" in scripts ? [`'nonce-${scripts.nonce}'`, "'strict-dynamic'", ...inline] : inline;
	const directives: Record<string, readonly string[]> = {
		"default-src": ["'self'"],
		"script-src": ["'self'", ...allowed, ...(development ? ["'unsafe-eval'"] : [])],
		// Positions and previews are set as style attributes.
		"style-src": ["'self'", "'unsafe-inline'"],
		"img-src": ["'self'", "blob:", "data:"],
		"font-src": ["'self'"],
		"connect-src": ["'self'"],
		"worker-src": ["'self'"],
		"manifest-src": ["'self'"],
		"frame-src": ["'none'"],
		"object-src": ["'none'"],
		"base-uri": ["'self'"],
		"form-action": ["'self'"],
		"frame-ancestors": ["'none'"],
	};
	return Object.entries(directives)
		.map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
		.join("; ");
}

/** How a policy names one inline script. */
export const scriptHash = (script: string): string => `sha256-${createHash("sha256").update(script).digest("base64")}`;

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The hashes of all inline scripts of a page as it is sent. */
export const inlineScriptHashes = (html: string): string[] => [
	...new Set([...html.matchAll(inlineScript)].map(([, script = ""]) => scriptHash(script))),
];
