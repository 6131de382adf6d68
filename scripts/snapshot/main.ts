// `npm run demo:snapshot`: lets the demo company live through its month anew, and makes what has become of it the company that is
// shipped with the code. For when commands or people of the demo act otherwise than before: a test says so.
import path from "node:path";
import { SHIPPED_PRESENT } from "@/server/demo/snapshot/manifest";
import { takeSnapshot } from "@/server/demo/snapshot/take";
import { createDiskStore } from "@/server/platform/files/disk";
import { newDataDir, removeDataDir, startServer } from "../../e2e/_support/server";
import { databaseUrl } from "../lib/embedded-database.mjs";
import { secretsOf } from "../lib/secrets.mjs";

const dataDir = newDataDir();
try {
	console.log("The demo company lives through its month; this takes minutes …");
	const server = await startServer({ dataDir, env: { DEMO_COMPANY: "living", DEMO_PRESENT: SHIPPED_PRESENT } });
	try {
		const url = databaseUrl(dataDir, secretsOf(dataDir).POSTGRES_PASSWORD);
		await takeSnapshot({ url, files: createDiskStore(path.join(dataDir, "files")), address: server.url });
		console.log("It is the one that is shipped from now on: see what has changed, and commit it.");
	} finally {
		await server.stop();
	}
} finally {
	removeDataDir(dataDir);
}
