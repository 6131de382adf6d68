import { createServer } from "node:net";

/** Whether nobody listens on the port at a network name. */
export const isFree = (port, host = "127.0.0.1") =>
	new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
	});

/** A port that nobody listens on at this moment. */
export const freePort = () =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
			probe.close(() => resolve(port));
		});
	});
