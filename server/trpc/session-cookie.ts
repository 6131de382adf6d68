/** The names that next-auth gives its session cookie, behind TLS and without. */
const SECURE = "__Secure-authjs.session-token";
const PLAIN = "authjs.session-token";

export function readSessionToken(headers: Headers): string | null {
	const pairs = (headers.get("cookie") ?? "").split(/;\s*/).map((pair) => pair.split("="));
	const find = (name: string) => pairs.find(([key]) => key === name)?.[1];
	return find(SECURE) ?? find(PLAIN) ?? null;
}

/** A session as a cookie: out of reach of scripts, and not sent along from other sites but for plain links. */
export function sessionCookie(token: string, expiresAt: Date, secure: boolean): string {
	const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", `Expires=${expiresAt.toUTCString()}`];
	return secure
		? `${SECURE}=${token}; ${attributes.join("; ")}; Secure`
		: `${PLAIN}=${token}; ${attributes.join("; ")}`;
}
