import type { Tone } from "@/app/_ui/badge";

export const exampleOrders = [
	{ number: "1042", worker: "Murzik", coat: "ginger", state: "assigned", tone: "info", time: "10:00", price: 9500n },
	{ number: "1041", worker: "Busya", coat: "grey", state: "done", tone: "good", time: "09:00", price: 120_000n },
	{ number: "1040", worker: "Barsik", coat: "black", state: "failed", tone: "bad", time: "08:30", price: -4000n },
	{
		number: "1039",
		worker: "Archibald Maximilian von Samtpfote zu Hohenkratzbaum",
		coat: "white",
		state: "looking",
		tone: "warn",
		time: "08:00",
		price: 8800n,
	},
] as const satisfies readonly { tone: Tone; state: string; [other: string]: unknown }[];
