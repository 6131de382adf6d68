import type { CatTraits } from "./cat-traits";
import type { Fur } from "./fur";
import { earPink } from "./pigments";

const outer: Record<CatTraits["ears"], string> = {
	pointed: "M13 32 13.5 10 31 21Z",
	tufted: "M13 32 13 10 31 21Z",
	small: "M11.5 33 13 15 28 22.5Z",
	large: "M12 33 8.5 6.5 31 20.5Z",
	folded: "M14 27c0-4 2-6 5-5.5L28 23Z",
};

const inner: Record<Exclude<CatTraits["ears"], "folded">, string> = {
	pointed: "M16 26.5 16.5 15 25.5 20.8Z",
	tufted: "M16 26.5 16.2 15 25.5 20.8Z",
	small: "M14.5 28 15.5 19.5 22.5 22.8Z",
	large: "M14.2 26.5 12.2 12.5 24.5 20Z",
};

/** Both ears: one drawn, one mirrored. Some patterns colour them differently from the head. */
export function Ears({ kind, fur }: { kind: CatTraits["ears"]; fur: Fur }) {
	return (
		<>
			<Ear kind={kind} colour={fur.ears.left} />
			<g transform="matrix(-1 0 0 1 64 0)">
				<Ear kind={kind} colour={fur.ears.right} />
			</g>
		</>
	);
}

function Ear({ kind, colour }: { kind: CatTraits["ears"]; colour: string }) {
	return (
		<g strokeLinejoin="round" strokeLinecap="round">
			{kind === "tufted" && <path d="M12.8 11 11.5 4.5M13.8 11 15 5.5" stroke={colour} strokeWidth="2.2" />}
			<path d={outer[kind]} fill={colour} stroke={colour} strokeWidth="4" />
			{kind !== "folded" && <path d={inner[kind]} fill={earPink} stroke={earPink} strokeWidth="2" />}
		</g>
	);
}

/** Folded ears lie on the head as flaps, drawn over it. */
export function FoldedEars({ fur }: { fur: Fur }) {
	const flap = "M12.5 26.5c.5-5 5-7.5 14-5-1.5 5-6 9.5-11.5 11-1.8-1.5-2.7-3.5-2.5-6Z";
	return (
		<g stroke={fur.base.dark} strokeWidth="1.6" strokeLinejoin="round">
			<path d={flap} fill={fur.ears.left} />
			<path d={flap} fill={fur.ears.right} transform="matrix(-1 0 0 1 64 0)" />
		</g>
	);
}
