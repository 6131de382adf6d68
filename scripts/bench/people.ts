import { randomUUID } from "node:crypto";
import superjson from "superjson";
import type { Target } from "./load";

/** Signs in as one of the demo's people and gives the cookie. */
export async function signInAs(server: string, persona: string): Promise<string> {
	const response = await fetch(`${server}/api/trpc/demo.signInAs`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: superjson.stringify({ persona }),
	});
	const cookie = response.headers.get("set-cookie")?.split(";")[0];
	if (!cookie)
		throw new Error(`Signing in as ${persona} was answered with ${response.status}: ${await response.text()}`);
	return cookie;
}

export const dashboardOf = (server: string, cookie: string): Target => ({
	url: `${server}/api/trpc/ordering.getDashboard`,
	method: "GET",
	headers: { cookie },
});

/** A new order each time, of the same service at one of the starts that are offered. */
export async function newOrderOf(server: string, cookie: string): Promise<Target> {
	const ask = (procedure: string, input?: object) => query(server, cookie, procedure, input);
	const [service] = (await ask("listServiceTypes")) as { serviceTypeId: string }[];
	const [zone] = (await ask("listZones")) as { zoneId: string }[];
	const { days } = (await ask("listStartTimes", {})) as { days: { starts: string[] }[] };
	const start = days.at(-1)?.starts[0];
	if (!service || !zone || !start)
		throw new Error("There is nothing to order: the demo lacks services, zones or starts");
	const order = {
		serviceTypeId: service.serviceTypeId,
		description: "The sofa in the hall, left side, down to the wood.",
		place: { zoneId: zone.zoneId, address: "12 Fishmonger's Lane, flat 7", note: "The bell is out of order." },
		contact: { name: "Pushok Velvet", phone: "+79990000002" },
		startsAt: new Date(start),
	};
	return {
		url: `${server}/api/trpc/ordering.placeOrder`,
		method: "POST",
		headers: { cookie, "content-type": "application/json" },
		body: () => superjson.stringify({ ...order, idempotencyKey: randomUUID() }),
	};
}

async function query(server: string, cookie: string, procedure: string, input?: object): Promise<unknown> {
	const given = input ? `?input=${encodeURIComponent(superjson.stringify(input))}` : "";
	const response = await fetch(`${server}/api/trpc/ordering.${procedure}${given}`, { headers: { cookie } });
	if (!response.ok) throw new Error(`${procedure} answered ${response.status}: ${await response.text()}`);
	const { result } = (await response.json()) as { result: { data: Parameters<typeof superjson.deserialize>[0] } };
	return superjson.deserialize(result.data);
}
