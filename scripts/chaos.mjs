// `npm run chaos -- --faults engine-killed,database-killed --seed 7 --clients 40 --workers 25 --days 7 [--json]`: lets a company live
// while things break, each fault on a company and a database of its own, and reports. Ends with 1 when something that must hold
// does not. `npm run chaos -- --list` names the faults.
import path from "node:path";
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
	await withCheckout(root, (lock) => ensureInstalled(root, lock));
	const { code } = await runTypeScript(root, "scripts/chaos/main.ts", { args: process.argv.slice(2) });
	await shutdown(code ?? 1);
} catch (error) {
	if (!isStopping()) show(error);
	await shutdown(1);
}
