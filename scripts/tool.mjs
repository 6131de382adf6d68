// `node scripts/tool.mjs [--built] NAME [arguments]`: runs one of the tools whose folder is here, `npm run simulate` and the like, on
// a clean clone with nothing but Node.js and npm; with `--built` once the application is built.
import path from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { withCheckout } from "./lib/checkout.mjs";
import { runTypeScript } from "./lib/command.mjs";
import { Failure, show } from "./lib/failure.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode } from "./lib/node-version.mjs";
import { heedSignals, isStopping, shutdown } from "./lib/shutdown.mjs";

const root = path.resolve(import.meta.dirname, "..");
const given = process.argv.slice(2);
const needsBuild = given[0] === "--built";
const [name, ...args] = needsBuild ? given.slice(1) : given;

try {
	heedSignals();
	requireNode();
	if (!name) throw new Failure("Which tool? node scripts/tool.mjs [--built] NAME [arguments]");
	await withCheckout(root, async (lock) => {
		await ensureInstalled(root, lock);
		if (needsBuild) await ensureBuilt(root, lock);
	});
	const { code } = await runTypeScript(root, `scripts/${name}/main.ts`, { args });
	await shutdown(code ?? 1);
} catch (error) {
	if (!isStopping()) show(error);
	await shutdown(1);
}
