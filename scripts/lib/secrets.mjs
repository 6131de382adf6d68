import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";

const names = ["AUTH_SECRET", "CARD_SANDBOX_SECRET", "COOKIE_BAKER_SECRET", "GOLD_HAT_SECRET", "POSTGRES_PASSWORD"];

/** The secrets of the embedded installation: made once, kept in a file that only its owner may read. */
export function secretsOf(dataDir) {
	const file = path.join(dataDir, "secrets.json");
	const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
	if (!known.POSTGRES_PASSWORD && existsSync(path.join(dataDir, "database"))) {
		throw new Failure(
			`${file} is gone, and with it the password of the database beside it.\n` +
				"Put the file back, or start afresh: npm run reset",
		);
	}
	const missing = names.filter((name) => !known[name]);
	if (missing.length === 0) return known;
	const secrets = {
		...known,
		...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")])),
	};
	writeFileSync(`${file}.new`, JSON.stringify(secrets, null, "\t"), { mode: 0o600 });
	renameSync(`${file}.new`, file);
	return secrets;
}
