// A process of its own, as an attacker's would be: sends junk to the public form for so long, as much a second as it is told,
// without waiting for answers, and tells what became of it and what it cost itself. Without an address it runs against a wall of
// its own, which only says no: what of the machine the attacker's own work takes.
import http from "node:http";
import { chance } from "../../../e2e/_support/deeds";
import { freePort } from "../../lib/ports.mjs";
import type { Flood, Wanted } from "./flood";

const { seconds, perSecond, material, ...wanted }: Wanted = JSON.parse(process.argv[2] ?? "null");
const TICK_MS = 20;
/** An attacker, too, has only so many connections. */
const MOST_OPEN = 2000;
const GIVE_UP_MS = 10_000;
const HUGE = 20_000_000;
const DROP_EVERY_MS = 1000;

const random = chance(5);
const some = <Thing>(things: readonly Thing[]): Thing => {
	const one = things[Math.floor(random() * things.length)];
	if (one === undefined) throw new Error("there is nothing to take one of");
	return one;
};
const agent = new http.Agent({ keepAlive: true, maxSockets: MOST_OPEN });
const counts: Flood = { sent: 0, heldBack: 0, unanswered: 0, statuses: {}, cpuSeconds: 0 };
let open = 0;

/** Half of it comes from one address, the other half from anywhere. */
const anAddress = (): string =>
	random() < 0.5
		? "203.0.113.66"
		: `100.${64 + Math.floor(random() * 64)}.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}`;

const form = JSON.stringify(material.form);
const boundary = "junk";
const body = `--${boundary}\r\ncontent-disposition: form-data; name="form"\r\n\r\n${form}\r\n--${boundary}--\r\n`;
const typed = { "content-type": `multipart/form-data; boundary=${boundary}` };

type Piece = {
	method?: string;
	path?: string;
	headers?: Record<string, string>;
	write: (to: http.ClientRequest) => void;
};
const whole = (to: http.ClientRequest) => void to.end(body);
const withProof = (proof: string): Piece => ({ headers: { ...typed, "x-proof": proof }, write: whole });

/** More than is read of anybody, piece by piece until the other side has enough. */
function flow(to: http.ClientRequest): void {
	const piece = Buffer.alloc(64_000, "x");
	let left = HUGE;
	const go = () => {
		while (left > 0 && !to.destroyed) {
			left -= piece.length;
			if (!to.write(piece)) return void to.once("drain", go);
		}
		to.end();
	};
	go();
}

/** A letter a second, for as long as it is borne. */
function drip(to: http.ClientRequest): void {
	const timer = setInterval(() => (to.destroyed ? clearInterval(timer) : to.write("x")), DROP_EVERY_MS);
	to.once("close", () => clearInterval(timer));
}

const kinds: [share: number, make: () => Piece][] = [
	[30, () => ({ headers: typed, write: whole })],
	[18, () => withProof(Buffer.from(`{"challenge":${random()}}`).toString("base64"))],
	[15, () => withProof(some(material.unsolved))],
	[5, () => withProof(some(material.expired))],
	[12, () => withProof(some(material.used))],
	[2, () => ({ headers: { ...typed, "x-proof": some(material.used) }, write: flow })],
	[2, () => ({ headers: { ...typed, "content-length": String(HUGE) }, write: flow })],
	[2, () => ({ headers: { ...typed, "x-proof": some(material.slow) }, write: drip })],
	[1, () => ({ headers: typed, write: drip })],
	[6, () => ({ method: "GET", write: (to) => void to.end() })],
];
const all = kinds.reduce((sum, [share]) => sum + share, 0);

function aKind(): Piece {
	let at = random() * all;
	for (const [share, make] of kinds) {
		at -= share;
		if (at < 0) return make();
	}
	return { write: whole };
}

function sendOne(): void {
	if (open >= MOST_OPEN) {
		counts.heldBack += 1;
		return;
	}
	const { method = "POST", headers, write } = aKind();
	open += 1;
	counts.sent += 1;
	let answered = false;
	const request = http.request(new URL("/api/apply", url), {
		...{ agent, method, timeout: GIVE_UP_MS },
		headers: { ...headers, "x-forwarded-for": anAddress() },
	});
	const patience = setTimeout(() => request.destroy(), 3 * GIVE_UP_MS);
	request.on("response", (response) => {
		answered = true;
		const status = String(response.statusCode);
		counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
		response.resume();
		response.once("end", () => request.writableEnded || request.destroy());
	});
	request.on("timeout", () => request.destroy());
	request.on("error", () => {}); // a connection that is cut is what an attacker reckons with: counted when it closes
	request.once("close", () => {
		clearTimeout(patience);
		open -= 1;
		if (!answered) counts.unanswered += 1;
	});
	write(request);
}

async function aWall(): Promise<string> {
	const wall = http.createServer((_, response) => void response.writeHead(403, { connection: "close" }).end());
	const port = await freePort();
	await new Promise<void>((ready) => wall.listen(port, "localhost", ready));
	return `http://localhost:${port}`;
}

const url = wanted.url ?? (await aWall());
const began = performance.now();
let owed = 0;
const timer = setInterval(() => {
	const passed = performance.now() - began;
	for (const due = Math.floor((Math.min(passed, seconds * 1000) * perSecond) / 1000); owed < due; owed++) sendOne();
	if (passed < seconds * 1000) return;
	clearInterval(timer);
	const { user, system } = process.cpuUsage();
	counts.cpuSeconds = (user + system) / 1e6;
	console.log(JSON.stringify(counts));
	process.exit(0);
}, TICK_MS);
