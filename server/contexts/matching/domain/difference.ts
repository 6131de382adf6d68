import type { ChainData, ChainEntry } from "./chain";

export type Difference = {
	step: string;
	/** Under which name its values stand. */
	name: string;
	change: "same" | "added" | "removed" | "changed";
	/** Its place in each chain, from 0; null where it is not. */
	from: number | null;
	to: number | null;
	/** Whether it stands elsewhere among those that both chains have. */
	moved: boolean;
	/** What else is another: parameters by their names, `version`, `weight`, `on`. */
	details: { what: string; before: unknown; after: unknown }[];
};

/** What has to be changed in one chain to get the other, in the order of the other, with what is gone where it was. */
export function differenceBetween(before: ChainData, after: ChainData): Difference[] {
	const [old, fresh] = [byName(before), byName(after)];
	const common = (chain: Map<string, Placed>, other: Map<string, Placed>) =>
		[...chain.keys()].filter((name) => other.has(name));
	const [oldOrder, newOrder] = [common(old, fresh), common(fresh, old)];
	const stays = longestInOrder(oldOrder, newOrder);
	const found = [...fresh].map(([name, entry]): Difference => {
		const was = old.get(name);
		const details = was ? detailsOf(was.entry, entry.entry) : [];
		const change = !was ? "added" : details.length > 0 ? "changed" : "same";
		return {
			...{ step: entry.entry.step, name, change, details },
			...{ from: was?.place ?? null, to: entry.place, moved: was !== undefined && !stays.has(name) },
		};
	});
	for (const [name, { entry, place }] of old) {
		if (fresh.has(name)) continue;
		const next = found.findIndex(({ from }) => from !== null && from > place);
		const gone: Difference = {
			step: entry.step,
			name,
			change: "removed",
			from: place,
			to: null,
			moved: false,
			details: [],
		};
		found.splice(next < 0 ? found.length : next, 0, gone);
	}
	return found;
}

type Placed = { entry: ChainEntry; place: number };

/** The same step may be there twice, even under one name while it is being edited. */
function byName(chain: ChainData): Map<string, Placed> {
	const named = new Map<string, Placed>();
	for (const [place, entry] of chain.entries()) {
		const name = entry.as ?? entry.step;
		let free = name;
		for (let number = 2; named.has(free); number++) free = `${name} ${number}`;
		named.set(free, { entry, place });
	}
	return named;
}

function detailsOf(before: ChainEntry, after: ChainEntry): Difference["details"] {
	const told = (entry: ChainEntry): Record<string, unknown> => ({
		...{ version: entry.version, weight: entry.weight, on: entry.on },
		...entry.params,
	});
	const [was, is] = [told(before), told(after)];
	return [...new Set([...Object.keys(was), ...Object.keys(is)])]
		.filter((what) => JSON.stringify(was[what]) !== JSON.stringify(is[what]))
		.map((what) => ({ what, before: was[what] ?? null, after: is[what] ?? null }));
}

/** The most names that keep their order: all others have moved. */
function longestInOrder(before: string[], after: string[]): Set<string> {
	const place = new Map(before.map((name, index) => [name, index]));
	const best: string[][] = [];
	for (const [index, name] of after.entries()) {
		const isBehind = (run: string[]) => (place.get(run.at(-1) ?? "") ?? -1) < (place.get(name) ?? 0);
		const longest =
			best
				.slice(0, index)
				.filter(isBehind)
				.sort((a, b) => b.length - a.length)[0] ?? [];
		best.push([...longest, name]);
	}
	return new Set(best.sort((a, b) => b.length - a.length)[0] ?? []);
}
