import { isIPv6 } from "node:net";
import { commonRefusals } from "@/server/kernel/errors";
import { perProcess } from "@/server/kernel/per-process";

type Limit = {
	name: string;
	/** So many at once. */
	burst: number;
	/** And so many in the long run. */
	perMinute: number;
};

/** More than this many who ask are not kept apart: the one who asked longest ago is forgotten, and begins anew. */
const MOST_KEPT = 50_000;
const MINUTE_MS = 60_000;

const state = perProcess("rate-limits", () => new Map<string, Map<string, number>>());

/**
 * Takes one of what somebody may do now. Gives how many seconds to wait, or null when there is one left. Counted in this process
 * alone: a write for each attempt is what an attacker would wish for, and each instance more lets through its share.
 */
export function takeOne({ name, burst, perMinute }: Limit, who: string, now: Date): number | null {
	const kept = state.get(name) ?? new Map<string, number>();
	state.set(name, kept);
	const every = MINUTE_MS / perMinute;
	const at = now.getTime();
	// The generic cell rate algorithm: one instant tells all, that at which nothing of what was taken is left to pay off.
	const paidOff = Math.max(kept.get(who) ?? at, at);
	const wait = paidOff + every - burst * every - at;
	if (wait > 0) return Math.ceil(wait / 1000);
	kept.delete(who);
	kept.set(who, paidOff + every);
	if (kept.size > MOST_KEPT) forgetFirst(kept);
	return null;
}

/** The same for whoever asks by a command: refused when there is none left. Who has no address comes from the house itself. */
export function demandRate(limit: Limit, who: string | null, now: Date): void {
	const seconds = who === null ? null : takeOne(limit, who, now);
	if (seconds !== null) throw commonRefusals.because("too_many", { seconds });
}

function forgetFirst(kept: Map<string, number>): void {
	const first = kept.keys().next();
	if (!first.done) kept.delete(first.value);
}

/** Whom an address belongs to as far as one can tell: a provider's customer gets 64 bits of IPv6, a neighbourhood a /24 of IPv4. */
export function networkOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return networkOf(mapped);
	if (!isIPv6(address)) return address.split(".").slice(0, 3).join(".");
	const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
	const left = head.split(":").filter(Boolean);
	const right = tail === undefined ? [] : tail.split(":").filter(Boolean);
	const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
	const groups = [...left, ...zeros, ...right].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""));
	return groups.slice(0, 4).join(":");
}
