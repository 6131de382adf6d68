import { CatHead } from "../cat/cat-head";
import { catTraits } from "../cat/cat-traits";
import { furOf } from "../cat/fur";

/** Asking for help: a tired cat on the sofa says what has to be done. */
export function SofaCat({ className }: { className?: string }) {
	const traits = {
		...catTraits({ breed: "british", coat: "grey", pattern: "bicolor", seed: "sofa" }),
		gaze: "calm" as const,
	};
	const fur = furOf(traits);
	return (
		<svg viewBox="0 0 160 120" aria-hidden="true" className={className} data-drawing>
			<ellipse cx="80" cy="113" rx="70" ry="5" className="fill-line" />
			<path
				d="M24 60a10 10 0 0 1 10-10h92a10 10 0 0 1 10 10v34H24Z"
				className="fill-warn-tint stroke-edge"
				strokeWidth="2"
			/>
			<path d="M38 92c0-13 12-20 34-20 24 0 46 4 48 20Z" fill={fur.base.fur} />
			<path d="M116 90c10 0 12-8 8-16" fill="none" stroke={fur.base.dark} strokeWidth="7" strokeLinecap="round" />
			<g transform="translate(30 38) scale(.9)">
				<CatHead traits={traits} />
			</g>
			<path
				d="M14 74a8 8 0 0 1 16 0v16h100V74a8 8 0 0 1 16 0v26a6 6 0 0 1-6 6H20a6 6 0 0 1-6-6Z"
				className="fill-glow stroke-edge"
				strokeWidth="2"
			/>
			<path d="M26 106v6M134 106v6" className="stroke-edge" strokeWidth="4" strokeLinecap="round" />
			<path
				d="M98 6h48a6 6 0 0 1 6 6v24a6 6 0 0 1-6 6h-36l-12 9 2-9h-2a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6Z"
				className="fill-surface stroke-edge"
				strokeWidth="2"
				strokeLinejoin="round"
			/>
			<g className="stroke-good" fill="none" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
				<path d="m101 17 3 3 5-6M101 31l3 3 5-6" />
			</g>
			<path d="M116 17h24M116 31h16" className="stroke-edge" strokeWidth="2.5" strokeLinecap="round" />
		</svg>
	);
}
