// `npm run screenshots [-- PART OF A PAGE'S NAME …]`: looks at every page of the demo in both themes, both languages, on the phone
// and on the desktop, into .data/screenshots; without names it also renews the pictures of the README and those for messengers.
import path from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { withCheckout } from "./lib/checkout.mjs";
import { runTypeScript } from "./lib/command.mjs";
import { show } from "./lib/failure.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode } from "./lib/node-version.mjs";
import { heedSignals, isStopping, shutdown } from "./lib/shutdown.mjs";

const root = path.resolve(import.meta.dirname, "..");

try {
	heedSignals();
	requireNode();
	await withCheckout(root, async (lock) => {
		await ensureInstalled(root, lock);
		await ensureBuilt(root, lock);
	});
	const { code } = await runTypeScript(root, "scripts/screenshots/main.ts", { args: process.argv.slice(2) });
	await shutdown(code ?? 1);
} catch (error) {
	if (!isStopping()) show(error);
	await shutdown(1);
}
