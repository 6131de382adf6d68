import type { CatTraits } from "./cat-traits";
import type { Fur } from "./fur";
import { eyes, pupil, white } from "./pigments";

/** Eyes, nose, mouth and whiskers. */
export function Gaze({ traits, fur }: { traits: CatTraits; fur: Fur }) {
	const eye = <Eye gaze={traits.gaze} colour={eyes[traits.eyes]} line={fur.eyeLine} />;
	return (
		<>
			{eye}
			<g transform="matrix(-1 0 0 1 64 0)">{eye}</g>
			<path
				d="M29.8 41.5h4.4c.8 0 1.2.9.7 1.5l-2.1 2.3c-.4.5-1.2.5-1.6 0L29.1 43c-.5-.6-.1-1.5.7-1.5Z"
				fill={fur.muzzle.nose}
			/>
			<g fill="none" stroke={fur.muzzle.line} strokeWidth="1.4" strokeLinecap="round">
				<path d="M32 45.5v1.3c0 1.7-1.2 2.7-2.7 2.7-1.1 0-2-.5-2.5-1.3M32 46.8c0 1.7 1.2 2.7 2.7 2.7 1.1 0 2-.5 2.5-1.3" />
				<path
					d="M20 45.5 9.5 44M20 48 10.5 49.5M44 45.5 54.5 44M44 48l9.5 1.5"
					strokeWidth="1"
					stroke={fur.base.line}
					opacity="0.7"
				/>
			</g>
		</>
	);
}

function Eye({ gaze, colour, line }: { gaze: CatTraits["gaze"]; colour: string; line: string }) {
	if (gaze === "happy") {
		return <path d="M17 36.8c1.6-3.8 7.4-3.8 9 0" fill="none" stroke={line} strokeWidth="2" strokeLinecap="round" />;
	}
	if (gaze === "calm") {
		return (
			<>
				<path d="M16.2 35c1.8-2.6 8.8-2.6 10.6 0-.1 3.5-2.3 5.7-5.3 5.7s-5.2-2.2-5.3-5.7Z" fill={colour} />
				<path d="M18.8 33.3c1.4-.4 4-.4 5.4 0 .4 4.5-.8 7.4-2.7 7.4s-3.1-2.9-2.7-7.4Z" fill={pupil} />
				<circle cx="22.9" cy="35.2" r="1.1" fill={white.light} />
				<path d="M15.6 35.4c1.9-3.2 9.9-3.2 11.8 0" fill="none" stroke={line} strokeWidth="1.4" strokeLinecap="round" />
			</>
		);
	}
	return (
		<>
			<circle cx="21.5" cy="35.5" r="5.3" fill={colour} />
			<ellipse cx="21.5" cy="35.5" rx="3" ry="4.6" fill={pupil} />
			<circle cx="23" cy="33.6" r="1.3" fill={white.light} />
		</>
	);
}
