import type { CatPattern } from "./cat-traits";
import type { Fur } from "./fur";
import { coats, white } from "./pigments";

/** What the fur shows on the head; it's cut to the head's outline by whoever draws it. */
export function Markings({ pattern, fur }: { pattern: CatPattern; fur: Fur }) {
	switch (pattern) {
		case "solid":
			return <Muzzle fill={fur.base.light} />;
		case "tabby":
			return (
				<>
					<g fill="none" stroke={fur.base.dark} strokeWidth="2.8" strokeLinecap="round">
						<path d="M32 17v10M26 18.5l1.2 7M38 18.5l-1.2 7" />
						<path d="M6 37.5h9M7 43l9-1M58 37.5h-9M57 43l-9-1" />
					</g>
					<Muzzle fill={fur.base.light} />
				</>
			);
		case "bicolor":
			return <path d="M32 21c1.5 9 5 14 13 20l4 19H15l4-19c8-6 11.5-11 13-20Z" fill={white.fur} />;
		case "tuxedo":
			return (
				<path
					d="M32 38c2.5 0 3 2.5 6 3.5 5 1.5 7 4.5 6 9L42 60H22l-2-9.5c-1-4.5 1-7.5 6-9 3-1 3.5-3.5 6-3.5Z"
					fill={white.fur}
				/>
			);
		case "pointed":
			return <ellipse cx="32" cy="44" rx="13.5" ry="13" fill={fur.mask.fur} />;
		case "spotted":
			return (
				<>
					<g fill={fur.base.dark}>
						<ellipse cx="32" cy="22.5" rx="2.2" ry="3" />
						<ellipse cx="25.5" cy="24" rx="2" ry="2.6" transform="rotate(-18 25.5 24)" />
						<ellipse cx="38.5" cy="24" rx="2" ry="2.6" transform="rotate(18 38.5 24)" />
						<ellipse cx="29" cy="29" rx="1.3" ry="1.7" />
						<ellipse cx="35" cy="29" rx="1.3" ry="1.7" />
						<ellipse cx="13.5" cy="34.5" rx="1.6" ry="2.2" />
						<ellipse cx="50.5" cy="34.5" rx="1.6" ry="2.2" />
						<ellipse cx="14" cy="42" rx="2.1" ry="1.7" />
						<ellipse cx="50" cy="42" rx="2.1" ry="1.7" />
						<ellipse cx="18.5" cy="47.5" rx="1.7" ry="1.4" />
						<ellipse cx="45.5" cy="47.5" rx="1.7" ry="1.4" />
					</g>
					<Muzzle fill={fur.base.light} />
				</>
			);
		case "calico":
			return (
				<>
					<path d="M4 14h25c1 9-2 15-9 18-7 2.5-13 2-18 0Z" fill={coats.ginger.fur} />
					<path d="M62 14H39c-1 7 1 12 7 15 5 3 11 4 18 2Z" fill={coats.black.fur} />
				</>
			);
		case "tortie":
			return (
				<>
					<path d="M32 12h32v44H36c2-6-3-8-2-13s3-7 0-12-3-12-2-19Z" fill={coats.ginger.fur} />
					<path d="M12 44c5-2 9 0 10 4s-2 9-6 10Z" fill={coats.ginger.fur} />
					<path d="M50 26c-4-1-5 3-3 5s5 1 5-2-1-3-2-3Z" fill={coats.black.fur} />
				</>
			);
	}
}

/** What a cat without fur has instead. */
export function Folds({ fur }: { fur: Fur }) {
	return (
		<g fill="none" stroke={fur.base.dark} strokeWidth="1.5" strokeLinecap="round" opacity="0.75">
			<path d="M25 24.5c4-1.8 10-1.8 14 0M26.5 28c3-1.4 8-1.4 11 0" />
			<path d="M15.5 40.5c1.6 1.2 3.4 1.6 5 1.4M48.5 40.5c-1.6 1.2-3.4 1.6-5 1.4" />
		</g>
	);
}

function Muzzle({ fill }: { fill: string }) {
	return (
		<g fill={fill}>
			<ellipse cx="27.5" cy="46.5" rx="6.5" ry="5.2" />
			<ellipse cx="36.5" cy="46.5" rx="6.5" ry="5.2" />
			<ellipse cx="32" cy="51" rx="4.5" ry="3.5" />
		</g>
	);
}
