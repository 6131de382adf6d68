import { CatFace } from "../cat/cat-face";
import type { CatProfile } from "../cat/cat-traits";
import { cn } from "../cn";

const team: CatProfile[] = [
	{ breed: "siberian", coat: "ginger", pattern: "tabby", seed: "Barsik" },
	{ breed: "british", coat: "grey", pattern: "solid", seed: "Tisha" },
	{ breed: "bengal", coat: "brown", pattern: "tabby", seed: "Rysya" },
	{ breed: "siamese", coat: "cream", pattern: "pointed", seed: "Siama" },
	{ breed: "maineCoon", coat: "black", pattern: "tuxedo", seed: "Bogatyr" },
	{ breed: "scottishFold", coat: "white", pattern: "calico", seed: "Sizy" },
	{ breed: "russianBlue", coat: "lilac", pattern: "solid", seed: "Dymok" },
];

/** Some of those who come: a row of faces that overlap. */
export function TeamCats({ count = team.length, className }: { count?: number; className?: string }) {
	return (
		<span aria-hidden className={cn("flex -space-x-3", className)}>
			{team.slice(0, count).map((cat) => (
				<CatFace key={cat.seed} {...cat} className="size-14 rounded-full border-2 border-canvas" />
			))}
		</span>
	);
}
