// `npm start`, `npm run dev`, `npm run build`: on a clean clone with nothing but Node.js and npm. Until the packages are
// installed only Node's own modules may be imported here.
import path from "node:path";
import { build } from "./lib/build.mjs";
import { withCheckout } from "./lib/checkout.mjs";
import { loadEnvFile } from "./lib/environment.mjs";
import { show } from "./lib/failure.mjs";
import { indexSteps } from "./lib/index-steps.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode } from "./lib/node-version.mjs";
import { serve } from "./lib/serve.mjs";
import { heedSignals, isStopping, shutdown } from "./lib/shutdown.mjs";

const root = path.resolve(import.meta.dirname, "..");
const mode = process.argv[2] ?? "start";

try {
	heedSignals();
	requireNode();
	loadEnvFile(root);
	await withCheckout(root, (lock) => ensureInstalled(root, lock));
	indexSteps();
	if (mode === "build") {
		await withCheckout(root, (lock) => build(root, { lock }));
		await shutdown(0);
	}
	await serve(root, mode);
} catch (error) {
	if (!isStopping()) show(error);
	await shutdown(1);
}
