import type { CatTraits } from "./cat-traits";
import { type Coat, coats, earPink } from "./pigments";

const outer: Record<CatTraits["ears"], string> = {
	pointed: "M13 32 13.5 10 31 21Z",
	tufted: "M13 32 13 10 31 21Z",
	small: "M11.5 33 13 15 28 22.5Z",
	large: "M12 33 8.5 6.5 31 20.5Z",
	folded: "M12 29c-1.5-7 1-11.5 5-10.5L28 21.5Z",
};

const inner: Record<CatTraits["ears"], string> = {
	pointed: "M16 26.5 16.5 15 25.5 20.8Z",
	tufted: "M16 26.5 16.2 15 25.5 20.8Z",
	small: "M14.5 28 15.5 19.5 22.5 22.8Z",
	large: "M14.2 26.5 12.2 12.5 24.5 20Z",
	folded: "",
};

/** Both ears: one drawn, one mirrored. Some patterns colour them differently from the head. */
export function Ears({ traits, coat }: { traits: CatTraits; coat: Coat }) {
	const { left, right } = earFur(traits, coat);
	return (
		<>
			<Ear kind={traits.ears} fur={left} coat={coat} />
			<g transform="matrix(-1 0 0 1 64 0)">
				<Ear kind={traits.ears} fur={right} coat={coat} />
			</g>
		</>
	);
}

function earFur({ pattern }: CatTraits, coat: Coat): { left: string; right: string } {
	if (pattern === "calico") return { left: coats.ginger.fur, right: coats.black.fur };
	if (pattern === "tortie") return { left: coats.black.fur, right: coats.ginger.fur };
	if (pattern === "pointed") return { left: coats.chocolate.fur, right: coats.chocolate.fur };
	return { left: coat.fur, right: coat.fur };
}

function Ear({ kind, fur, coat }: { kind: CatTraits["ears"]; fur: string; coat: Coat }) {
	return (
		<g strokeLinejoin="round" strokeLinecap="round">
			{kind === "tufted" && <path d="M12.8 11 11.5 4.5M13.8 11 15 5.5" stroke={coat.dark} strokeWidth="2" />}
			<path d={outer[kind]} fill={fur} stroke={fur} strokeWidth="4" />
			{kind === "folded" ? (
				<path d="M14 28.5c4-.5 9-2.5 12.5-6" fill="none" stroke={coat.dark} strokeWidth="1.6" />
			) : (
				<path d={inner[kind]} fill={earPink} stroke={earPink} strokeWidth="2" />
			)}
		</g>
	);
}
