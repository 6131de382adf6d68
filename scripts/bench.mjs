// `npm run bench [-- NAME …] [-- --json]`: measures what spec/5-quality sets bars for. Ends with 0 whether or not a bar holds, and
// with 1 when something could not be measured.
import path from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { withCheckout } from "./lib/checkout.mjs";
import { runTypeScript } from "./lib/command.mjs";
import { show } from "./lib/failure.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode } from "./lib/node-version.mjs";
import { heedSignals, isStopping, shutdown } from "./lib/shutdown.mjs";

const root = path.resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);

try {
	heedSignals();
	requireNode();
	await withCheckout(root, async (lock) => {
		await ensureInstalled(root, lock);
		await ensureBuilt(root, lock);
	});
	const { code } = await runTypeScript(root, "scripts/bench/main.ts", { args });
	await shutdown(code ?? 1);
} catch (error) {
	if (!isStopping()) show(error);
	await shutdown(1);
}
