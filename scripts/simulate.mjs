// `npm run simulate -- --clients 500 --workers 100 --days 30 --seed 7`: lets a company of any size live through any number of days,
// on a database of its own that is thrown away, and reports. Ends with 1 when something that must hold does not.
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
	const { code } = await runTypeScript(root, "scripts/simulate/main.ts", { args: process.argv.slice(2) });
	await shutdown(code ?? 1);
} catch (error) {
	if (!isStopping()) show(error);
	await shutdown(1);
}
