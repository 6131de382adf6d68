import type { CatTraits } from "./cat-traits";
import { type Coat, coats, eyes, pupil, white } from "./pigments";

/** Eyes, nose, mouth and whiskers. */
export function Gaze({ traits, coat }: { traits: CatTraits; coat: Coat }) {
	const colour = eyes[traits.eyes];
	const mouth = mouthLine(traits, coat);
	return (
		<>
			<Eye gaze={traits.gaze} colour={colour} line={eyeLine(traits, coat)} />
			<g transform="matrix(-1 0 0 1 64 0)">
				<Eye gaze={traits.gaze} colour={colour} line={eyeLine(traits, coat)} />
			</g>
			<path
				d="M29.8 41.5h4.4c.8 0 1.2.9.7 1.5l-2.1 2.3c-.4.5-1.2.5-1.6 0L29.1 43c-.5-.6-.1-1.5.7-1.5Z"
				fill={noseColour(traits, coat)}
			/>
			<g fill="none" stroke={mouth} strokeWidth="1.4" strokeLinecap="round">
				<path d="M32 45.5v1.3c0 1.7-1.2 2.7-2.7 2.7-1.1 0-2-.5-2.5-1.3M32 46.8c0 1.7 1.2 2.7 2.7 2.7 1.1 0 2-.5 2.5-1.3" />
				<path d="M20 45.5 9.5 44M20 48 10.5 49.5M44 45.5 54.5 44M44 48l9.5 1.5" strokeWidth="1" opacity="0.7" />
			</g>
		</>
	);
}

function Eye({ gaze, colour, line }: { gaze: CatTraits["gaze"]; colour: string; line: string }) {
	if (gaze === "happy") {
		return <path d="M17.5 36c1.5-3.5 6.5-3.5 8 0" fill="none" stroke={line} strokeWidth="2" strokeLinecap="round" />;
	}
	if (gaze === "calm") {
		return (
			<>
				<path d="M16.8 34.5h9.4c.6 0 1 .5.9 1-.6 3-2.7 4.7-5.6 4.7s-5-1.7-5.6-4.7c-.1-.5.3-1 .9-1Z" fill={colour} />
				<path d="M19.7 34.5h3.6c.3 3.7-.5 5.3-1.8 5.3s-2.1-1.6-1.8-5.3Z" fill={pupil} />
				<path d="M16 34.5h11" stroke={line} strokeWidth="1.6" strokeLinecap="round" />
			</>
		);
	}
	return (
		<>
			<circle cx="21.5" cy="35.5" r="5.3" fill={colour} />
			<ellipse cx="21.5" cy="35.5" rx="2.5" ry="4.5" fill={pupil} />
			<circle cx="23" cy="33.6" r="1.2" fill={white.light} />
		</>
	);
}

/** Lines must be seen on what lies under them, which the pattern may have changed. */
function mouthLine({ pattern }: CatTraits, coat: Coat): string {
	if (pattern === "pointed") return coats.chocolate.line;
	if (pattern === "tortie") return coats.ginger.line;
	if (pattern === "bicolor" || pattern === "tuxedo" || pattern === "calico") return white.line;
	return coat.line;
}

const eyeLine = ({ pattern }: CatTraits, coat: Coat): string => (pattern === "tortie" ? coats.black.line : coat.line);

function noseColour({ pattern }: CatTraits, coat: Coat): string {
	if (pattern === "bicolor" || pattern === "tuxedo" || pattern === "calico") return white.nose;
	return pattern === "pointed" ? coats.chocolate.nose : coat.nose;
}
