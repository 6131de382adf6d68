import { CatHead } from "../cat/cat-head";
import { catTraits } from "../cat/cat-traits";
import { furOf } from "../cat/fur";

const days = [0, 1, 2, 3, 4, 5, 6];

/** Paying once a week: a content cat beside a week whose Sunday is marked. */
export function SundayCat({ className }: { className?: string }) {
	const traits = {
		...catTraits({ breed: "maineCoon", coat: "cream", pattern: "solid", seed: "sunday" }),
		gaze: "happy" as const,
	};
	const fur = furOf(traits);
	return (
		<svg viewBox="0 0 160 120" aria-hidden="true" className={className} data-drawing>
			<ellipse cx="80" cy="113" rx="66" ry="5" className="fill-line" />
			<rect x="66" y="18" width="80" height="72" rx="6" className="fill-surface stroke-edge" strokeWidth="2" />
			<path d="M66 36h80V24a6 6 0 0 0-6-6H72a6 6 0 0 0-6 6Z" className="fill-glow stroke-edge" strokeWidth="2" />
			<path d="M84 12v12M128 12v12" className="stroke-edge" strokeWidth="4" strokeLinecap="round" />
			{days.map((day) => (
				<rect
					key={day}
					x={74 + (day % 4) * 17}
					y={day < 4 ? 46 : 66}
					width="12"
					height="12"
					rx="3"
					className={day === 6 ? "fill-accent" : "fill-line"}
				/>
			))}
			<path
				d="m111 72 2.500 2.500 4-5"
				fill="none"
				className="stroke-on-accent"
				strokeWidth="2"
				strokeLinecap="round"
			/>
			<path d="M18 112c-4-28 8-46 28-46s32 18 28 46Z" fill={fur.base.fur} />
			<path d="M70 108c18 2 24-8 20-18" fill="none" stroke={fur.base.dark} strokeWidth="8" strokeLinecap="round" />
			<g transform="translate(13 20) scale(1.03)">
				<CatHead traits={traits} />
			</g>
			<g fill={fur.base.light}>
				<rect x="30" y="100" width="15" height="12" rx="6" />
				<rect x="48" y="100" width="15" height="12" rx="6" />
			</g>
		</svg>
	);
}
