import path from "node:path";
import { endChildrenOf, takeLock } from "./lock.mjs";
import { beforeExit } from "./shutdown.mjs";
import { sleep } from "./wait.mjs";

const LOCK = ".data/checkout.json";

/** Runs what changes the checkout itself, installing and building, while nobody else does. Others wait. */
export async function withCheckout(root, work) {
	for (let told = false; ; told = true) {
		const { lock, left, holder } = takeLock(path.join(root, LOCK));
		if (lock) {
			const forget = beforeExit(() => lock.release());
			try {
				await endChildrenOf(left);
				return await work(lock);
			} finally {
				forget();
				lock.release();
			}
		}
		if (!told) console.log(`Process ${holder.pid} is installing or building here; waiting for it …`);
		await sleep(200);
	}
}
