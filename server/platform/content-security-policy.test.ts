import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, inlineScriptHashes, scriptHash } from "./content-security-policy";

const directive = (policy: string, name: string) =>
	policy
		.split("; ")
		.find((part) => part.startsWith(`${name} `))
		?.slice(name.length + 1);

describe("the content security policy", () => {
	test("of a dynamic page lets run what carries the nonce, and nothing inline besides", () => {
		const policy = contentSecurityPolicy({ nonce: "abc", hashes: ["sha256-theme"] });
		expect(directive(policy, "script-src")).toBe("'self' 'nonce-abc' 'strict-dynamic' 'sha256-theme'");
	});

	test("of a static page names its inline scripts and trusts files of our own", () => {
		const policy = contentSecurityPolicy({ hashes: ["sha256-one", "sha256-two"] });
		expect(directive(policy, "script-src")).toBe("'self' 'sha256-one' 'sha256-two'");
	});

	test("never lets run just any inline script or eval, but eval in development", () => {
		for (const scripts of [{ nonce: "abc" }, { hashes: [] }]) {
			expect(directive(contentSecurityPolicy(scripts), "script-src")).not.toMatch(/unsafe/);
			expect(contentSecurityPolicy(scripts, { development: true })).toContain("'unsafe-eval'");
		}
	});

	test("lets nobody frame a page, embed objects or move its base", () => {
		const policy = contentSecurityPolicy({ nonce: "abc" });
		expect(directive(policy, "frame-ancestors")).toBe("'none'");
		expect(directive(policy, "object-src")).toBe("'none'");
		expect(directive(policy, "base-uri")).toBe("'self'");
		expect(directive(policy, "default-src")).toBe("'self'");
	});
});

describe("the inline scripts of a page", () => {
	test("are hashed as browsers do, each once, and files are left out", () => {
		const html = `<head><script>alert(1)</script><script src="/a.js" async=""></script></head>
			<body><script id="_R_">self.x="</b>"</script><script>alert(1)</script></body>`;
		expect(inlineScriptHashes(html)).toEqual([scriptHash("alert(1)"), scriptHash('self.x="</b>"')]);
	});

	test("hash to the value that the standard gives for its example", () => {
		expect(scriptHash("alert('Hello, world.');")).toBe("sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
	});
});
