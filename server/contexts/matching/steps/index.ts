import type { Step } from "../domain/step";
import { active } from "./active";
import { breakTies } from "./break-ties";
import { combine } from "./combine";
import { fairShare } from "./fair-share";
import { freeForWholeDuration } from "./free-for-whole-duration";
import { notExcluded } from "./not-excluded";
import { pastResults } from "./past-results";
import { traitFit } from "./trait-fit";

/** Every step that a chain may name. A new one is a file with its test, and a line here; old versions stay for old chains. */
export const steps: readonly Step[] = [
	active,
	notExcluded,
	freeForWholeDuration,
	traitFit,
	pastResults,
	fairShare,
	combine,
	breakTies,
];
